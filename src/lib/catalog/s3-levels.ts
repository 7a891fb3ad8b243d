/**
 * Whether an action of S3 acts on a bucket or on an object in it.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3".
 */

/** Without the service, in lower case. All other actions of a bucket's policy act on the bucket. */
const ON_OBJECTS: ReadonlySet<string> = new Set([
  ...['abortmultipartupload', 'bypassgovernanceretention', 'deleteobject', 'deleteobjectannotation'],
  ...['deleteobjecttagging', 'deleteobjectversion', 'deleteobjectversionannotation'],
  ...[
    'deleteobjectversiontagging',
    'getobject',
    'getobjectacl',
    'getobjectannotation',
    'getobjectattributes'
  ],
  ...['getobjectlegalhold', 'getobjectretention', 'getobjecttagging', 'getobjecttorrent', 'getobjectversion'],
  ...['getobjectversionacl', 'getobjectversionannotation', 'getobjectversionannotationforreplication'],
  ...['getobjectversionattributes', 'getobjectversionforreplication', 'getobjectversiontagging'],
  ...['getobjectversiontorrent', 'initiatereplication', 'listmultipartuploadparts', 'listobjectannotations'],
  ...['listobjectversionannotations', 'objectowneroverridetobucketowner', 'putobject', 'putobjectacl'],
  ...['putobjectannotation', 'putobjectlegalhold', 'putobjectretention', 'putobjecttagging'],
  ...['putobjectversionacl', 'putobjectversionannotation', 'putobjectversiontagging', 'replicatedelete'],
  ...[
    'replicateobject',
    'replicateobjectannotation',
    'replicatetags',
    'restoreobject',
    'updateobjectencryption'
  ]
]);

/** Actions on buckets that a bucket policy may speak of; in lower case. */
const ON_BUCKETS: ReadonlySet<string> = new Set([
  ...['deletebucket', 'deletebucketpolicy', 'deletebucketwebsite', 'getaccelerateconfiguration'],
  ...['getanalyticsconfiguration', 'getbucketabac', 'getbucketacl', 'getbucketcors', 'getbucketlocation'],
  ...['getbucketlogging', 'getbucketnotification', 'getbucketobjectlockconfiguration'],
  ...['getbucketownershipcontrols', 'getbucketpolicy', 'getbucketpolicystatus', 'getbucketpublicaccessblock'],
  ...['getbucketrequestpayment', 'getbuckettagging', 'getbucketversioning', 'getbucketwebsite'],
  ...['getencryptionconfiguration', 'getintelligenttieringconfiguration', 'getinventoryconfiguration'],
  ...['getlifecycleconfiguration', 'getmetricsconfiguration', 'getreplicationconfiguration', 'listbucket'],
  ...['listbucketmultipartuploads', 'listbucketversions', 'putaccelerateconfiguration'],
  ...['putanalyticsconfiguration', 'putbucketabac', 'putbucketacl', 'putbucketcors', 'putbucketlogging'],
  ...['putbucketnotification', 'putbucketobjectlockconfiguration', 'putbucketownershipcontrols'],
  ...['putbucketpolicy', 'putbucketpublicaccessblock', 'putbucketrequestpayment', 'putbuckettagging'],
  ...['putbucketversioning', 'putbucketwebsite', 'putencryptionconfiguration'],
  ...['putintelligenttieringconfiguration', 'putinventoryconfiguration', 'putlifecycleconfiguration'],
  ...['putmetricsconfiguration', 'putreplicationconfiguration']
]);

export interface S3Levels {
  readonly object: boolean;
  readonly bucket: boolean;
}

/**
 * What the actions that a pattern such as `s3:Get*` holds act on.
 *
 * @param matches whether the pattern holds an action, given in lower case and with its service
 * @returns both for a pattern that holds no known action: it may be newer than this list
 */
export function s3Levels(matches: (action: string) => boolean): S3Levels {
  const has = (names: ReadonlySet<string>) => [...names].some((name) => matches(`s3:${name}`));
  const found = { object: has(ON_OBJECTS), bucket: has(ON_BUCKETS) };
  return found.object || found.bucket ? found : { object: true, bucket: true };
}
