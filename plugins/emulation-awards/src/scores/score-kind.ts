import { registerEnumType } from 'type-graphql';

/** Who gave a score. */
export enum ScoreKind {
  SELF = 'SELF',
  CROSS = 'CROSS',
  REVIEW = 'REVIEW',
  FINAL = 'FINAL',
}

registerEnumType(ScoreKind, {
  name: 'EmulationAwardsScoreKind',
  description: 'Who gave a score, from the unit itself to what counts in the end.',
  valuesConfig: {
    SELF: { description: 'By the unit of itself; others of its cluster see it once all have handed in.' },
    CROSS: { description: 'By another unit of the cluster; its cluster sees it once the review has begun.' },
    REVIEW: { description: 'By the district officer in charge; the cluster sees it once scores are locked.' },
    FINAL: {
      description:
        'What counts: of the review where people judge, computed by the platform otherwise. Locked; a correction supersedes it.',
    },
  },
});
