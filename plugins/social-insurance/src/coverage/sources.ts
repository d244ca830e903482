/** Who counts: the social insurance agency, or the Front’s own report. The first is the one that T-12 is read from. */
export const sources = ['social-insurance-agency', 'front-report'] as const;
