/** The forms in which a run's result is told: messages, report.json, summary, progress. */
package conformance.report;
