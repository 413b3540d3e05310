/**
 * Schema files as they stand in the folder of contracts: loaded, looked up by location, references
 * resolved.
 */
package conformance.schema.file;
