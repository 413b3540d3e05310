package conformance.report;

import conformance.contract.Contracts;
import conformance.contract.Deviation;
import conformance.contract.Rule;
import conformance.contract.RuleResult;
import conformance.contract.RunResult;
import conformance.contract.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What CI systems are told of a rule that is not kept: a place in the contract's files, and one in
 * the responses.
 *
 * @param entry the finding for the agent that the deviation was found for
 * @param deviation the first at its place
 * @param fingerprint the same in every run for one rule, kind of request and place, whichever item
 *     of a list and whichever agent it is
 */
record Annotation(
    RuleResult result,
    RuleResult.Entry entry,
    Deviation deviation,
    String file,
    int line,
    String fingerprint) {
  /** The most places of one rule: names that a server makes up may be a great many. */
  private static final int PLACES = 10;

  /** Those of each rule of a run: broken rules, then advice, then known deviations. */
  static List<List<Annotation>> of(RunResult run) {
    var lines = new RuleLines(Contracts.FOLDER);
    return RuleResult.reportable(RuleResult.of(run))
        .map(result -> of(result, lines))
        .filter(places -> !places.isEmpty())
        .toList();
  }

  private static List<Annotation> of(RuleResult result, RuleLines lines) {
    var places = new LinkedHashMap<String, Annotation>();
    for (var entry : result.deviating()) {
      for (var deviation : entry.finding().counts().deviations()) {
        if (places.size() < PLACES) {
          places.computeIfAbsent(
              place(deviation), place -> at(place, result, entry, deviation, lines));
        }
      }
    }
    return new ArrayList<>(places.values());
  }

  private static Annotation at(
      String place,
      RuleResult result,
      RuleResult.Entry entry,
      Deviation deviation,
      RuleLines lines) {
    var rule = entry.finding().rule().id();
    var interaction = entry.result().interaction();
    return new Annotation(
        result,
        entry,
        deviation,
        RuleLines.file(rule),
        lines.of(rule),
        fingerprint(List.of(rule, interaction.operation().toString(), interaction.name(), place)));
  }

  /** The location without indices: {@code /*}{@code /updated_at}. */
  private static String place(Deviation deviation) {
    return deviation.location().replaceAll("/[0-9]+(?=/|$)", "/*");
  }

  /** Of the parts, as hexadecimal digits. */
  static String fingerprint(List<String> parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Rule rule() {
    return entry.finding().rule();
  }

  /** {@code broken}, {@code advice}, or {@code known}, which it may be for this agent alone. */
  String verdict() {
    return entry.severity() == Severity.KNOWN ? entry.severity().toString() : result.verdict();
  }

  /** What is wrong, in one line. */
  String text() {
    return Messages.headline(result, entry, deviation);
  }
}
