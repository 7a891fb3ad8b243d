/** What stands inside the round signs of a verdict: as SVG paths around the origin, for a circle of radius 6. */
export const SIGN_PATHS = {
  pass: 'M-2.8.2-.8 2.2 2.9-2',
  deny: 'M-3.2 0h6.4',
  notApplicable: 'M-2 0h4',
  unknown: 'M-1.6-1.4c0-2 3.2-2 3.2 0 0 1.2-1.6 1.2-1.6 2.4M0 3v.1'
} as const;
