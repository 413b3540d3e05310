/** The conformance run: what is asked of a target, and what is made of its answers. */
package conformance.run;
