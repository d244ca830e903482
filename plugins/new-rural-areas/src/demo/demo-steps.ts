import type { DemoDossier } from './demo-plan.js';

/** A step of an invented dossier. */
export interface DemoStep {
  readonly unit: string;
  readonly level: string;
  readonly step: string;
  readonly from: string | null;
  readonly to: string;
  readonly on: string;
  readonly by: string;
  readonly reason: string | null;
}

/** Who takes a step: the commune's chair, its officer at the district, or the district's standing committee. */
type Hand = 'chair' | 'officer' | 'standing';

const way: readonly (readonly [day: keyof DemoDossier, step: string, to: string, by: Hand])[] = [
  ['registered', 'newRuralAreasRegisterDossier', 'REGISTERED', 'chair'],
  ['assessed', 'newRuralAreasAttachAssessment', 'ASSESSED', 'chair'],
  ['polled', 'newRuralAreasAttachPoll', 'POLLED', 'chair'],
  ['submitted', 'newRuralAreasSubmitDossier', 'SUBMITTED', 'chair'],
  ['returned', 'newRuralAreasReturnDossier', 'RETURNED', 'officer'],
  ['appraised', 'newRuralAreasAppraiseDossier', 'APPRAISED', 'officer'],
  ['decided', 'newRuralAreasDecideRecognition', 'DECIDED', 'standing'],
  ['published', 'newRuralAreasPublishRecognition', 'PUBLISHED', 'standing'],
  ['cancelled', 'newRuralAreasCancelDossier', 'CANCELLED', 'chair'],
];

/** The steps that an invented dossier has taken, in their order. */
export function stepsOf(dossier: DemoDossier): DemoStep[] {
  let from: string | null = null;
  return way.flatMap(([day, step, to, by]) => {
    const on = dossier[day] as string | undefined;
    if (!on) return [];
    const reason = to === 'RETURNED' || to === 'CANCELLED' ? (dossier.reason ?? null) : null;
    const hand = by === 'officer' ? dossier.officer : by;
    const taken = { unit: dossier.unit, level: dossier.level, step, from, to, on, by: hand, reason };
    from = to;
    return [taken];
  });
}
