import { registerEnumType } from 'type-graphql';
import { activityKinds } from '../programs/contribution.js';

/** `online-conference` → `ONLINE_CONFERENCE`. */
export const enumValue = (code: string): string => code.toUpperCase().replaceAll('-', '_');

/** What sort of thing happens. The list is that of contributions, so that neither can drift from the other. */
export const ActivityKind: Readonly<Record<string, string>> = Object.fromEntries(
  activityKinds.map((code) => [enumValue(code), enumValue(code)]),
);
export type ActivityKind = string;

const kindDescriptions: Readonly<Record<(typeof activityKinds)[number], string>> = {
  conference: 'A conference or session of a body (hội nghị).',
  'online-conference': 'A conference held over the network, each venue joining from its place.',
  training: 'A course for officers, mediators, inspectors or the like (tập huấn, bồi dưỡng).',
  gathering: 'A meeting of people on an occasion, such as a feast (họp mặt).',
  'listening-meeting': 'A meeting to hear what people think and wish (tiếp xúc, lắng nghe).',
  visit: 'A visit to greet or encourage someone (thăm, chúc mừng).',
  campaign: 'A drive over some weeks (đợt cao điểm, vận động).',
  'action-month': 'A month given to one cause (tháng hành động).',
  'relief-drive': 'A collection of money and goods after a disaster.',
  communication: 'Work of informing the public (tuyên truyền).',
  review: 'A mid-term or final review of work done (sơ kết, tổng kết).',
  signing: 'The signing of a pact or an agreement.',
  festival: 'The Great National Unity Festival of a residential area.',
  market: 'Vietnamese goods brought to a rural area.',
  'election-step': 'A step of the consultation on candidates (hiệp thương).',
  election: 'The election day itself.',
  'voter-meeting': 'A meeting of deputies with voters (tiếp xúc cử tri).',
};

registerEnumType(ActivityKind, {
  name: 'ActivityKind',
  description: 'What sort of thing an activity is.',
  valuesConfig: Object.fromEntries(
    activityKinds.map((code) => [enumValue(code), { description: kindDescriptions[code] }]),
  ),
});

/** Where an activity takes place. */
export enum ActivityLevel {
  PROVINCE = 'PROVINCE',
  DISTRICT = 'DISTRICT',
  COMMUNE = 'COMMUNE',
  CLUSTER = 'CLUSTER',
  RESIDENTIAL_AREA = 'RESIDENTIAL_AREA',
  ALL = 'ALL',
}

registerEnumType(ActivityLevel, {
  name: 'ActivityLevel',
  description: 'At which level of the Front an activity takes place.',
  valuesConfig: {
    PROVINCE: { description: 'The province holds it; others attend.' },
    DISTRICT: { description: 'The Front committee of the district holds it.' },
    COMMUNE: { description: 'Each commune or town, or the one named, holds it.' },
    CLUSTER: { description: 'Clusters of communes hold it together.' },
    RESIDENTIAL_AREA: { description: 'Each residential area holds its own.' },
    ALL: { description: 'Every level does its part.' },
  },
});

/** Whether an activity has taken place. */
export enum ActivityState {
  PLANNED = 'PLANNED',
  HELD = 'HELD',
  CANCELLED = 'CANCELLED',
}

registerEnumType(ActivityState, {
  name: 'ActivityState',
  description: 'Whether an activity has taken place.',
  valuesConfig: {
    PLANNED: { description: 'It is to take place, or nobody has recorded yet that it has.' },
    HELD: { description: 'It took place on a day that is recorded.' },
    CANCELLED: { description: 'It will not take place; why is in the audit trail.' },
  },
});

/** How sharp the dates of an activity are. */
export enum DatePrecision {
  DAY = 'DAY',
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
  FEAST = 'FEAST',
  CONTINGENT = 'CONTINGENT',
  RECURRING = 'RECURRING',
}

registerEnumType(DatePrecision, {
  name: 'DatePrecision',
  description: 'How sharply the first and last possible day say when something takes place.',
  valuesConfig: {
    DAY: { description: 'The days are known: from the first to the last one given.' },
    MONTH: { description: 'Some day of the month they mark.' },
    QUARTER: { description: 'Some day of the quarter they mark.' },
    YEAR: { description: 'Some day of the year they mark.' },
    FEAST: { description: 'They are the days of a feast; the activity falls around them.' },
    CONTINGENT: { description: 'Only if something happens, so there are no days.' },
    RECURRING: { description: 'Several times between the two days.' },
  },
});
