/** What each keyword means: one table of them, and their implementations for networknt. */
package conformance.schema.keyword;
