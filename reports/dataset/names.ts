/** The list of checksums: written last, so that a dataset that has one is whole. */
export const CHECKSUMS = 'SHA256SUMS';
export const DESCRIPTOR = 'datapackage.json';
