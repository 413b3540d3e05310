/** Allure: labels, attachments and environment of the HTML report. */
package conformance.suite;
