/** The output of a run: messages, report.json, summary, progress. */
package conformance.report;
