package conformance.contract;

/**
 * One requirement that a response must, or should, meet.
 *
 * @param id its address: file below {@code schemas/} and JSON Pointer of the assertion keyword
 * @param level must or should
 * @param source section of the documentation that it comes from
 * @param category kind of its deviations, by which reports group them
 * @param subject what it is about, usually the name of a property
 * @param promise the whole requirement as a sentence: {@code updated_at is an RFC 3339 date-time}
 * @param expected the requirement as it completes "expected ..."
 */
public record Rule(
    String id,
    Level level,
    Source source,
    String category,
    String subject,
    String promise,
    String expected) {}
