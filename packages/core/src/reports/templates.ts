import type { CollectionLevel } from '../indicators/indicator-enums.js';
import type { CalendarKey } from '../periods/calendars-definitions.js';

/** A form as reference data. Items name indicators by key; those of plugins that are not installed are left out. */
export interface TemplateDeclaration {
  readonly key: string;
  readonly program: string | null;
  readonly calendar: CalendarKey;
  readonly level: CollectionLevel;
  readonly title: { readonly vi: string; readonly en: string };
  /** Whether an officer verifies a report before it can be accepted; not where nothing is said. */
  readonly verifiedFirst?: boolean;
  readonly items: readonly {
    readonly indicator: string;
    readonly part?: string;
    readonly required?: boolean;
  }[];
}

/**
 * The forms of the district. R-04 of the source program asks for reports on time and names no form; months follow
 * the custom of Front reports. What a program computes from its own records is not asked for again.
 */
export const reportTemplates: readonly TemplateDeclaration[] = [
  {
    key: 'commune-monthly',
    program: null,
    calendar: 'MONTH',
    level: 'COMMUNE',
    title: {
      vi: 'Báo cáo tháng của Ủy ban MTTQ Việt Nam xã, thị trấn',
      en: 'Monthly report of the commune or town Front committee',
    },
    verifiedFirst: true,
    items: [
      { indicator: 'fund-for-the-poor.houses' },
      { indicator: 'fund-for-the-poor.houses', part: 'work:build', required: false },
      { indicator: 'fund-for-the-poor.houses', part: 'work:repair', required: false },
      { indicator: 'social-care.gift-cards' },
      { indicator: 'public-opinion.commune-report-rate', required: false },
    ],
  },
];
