/** The settings of a run: read once, checked as a whole. */
package conformance.settings;
