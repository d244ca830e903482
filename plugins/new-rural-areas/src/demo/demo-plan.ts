/**
 * What the demonstration imagines of new-rural work in Trảng Bom up to 2021-10-15. That all 16 communes are new rural
 * communes is history; everything else is INVENTED: days, numbers, who is advanced, polls, dossiers, visits.
 */
import type { DossierState } from '../dossiers/dossier-state.js';

/** The 16 communes by their code of 2021; the town is not asked. */
export const communes: readonly string[] = [
  '26251', '26254', '26257', '26260', '26263', '26266', '26269', '26272',
  '26275', '26278', '26281', '26284', '26287', '26290', '26293', '26296',
]; // prettier-ignore

type Level = 'NEW_RURAL' | 'ADVANCED' | 'MODEL';

/** Title of an earlier year, entered without its dossier. */
export interface EarlierTitle {
  readonly unit: string;
  readonly level: Level;
  readonly on: string;
  readonly withdrawnOn?: string;
}

export const earlierTitles: readonly EarlierTitle[] = [
  ...communes.map((unit, index) => ({
    unit,
    level: 'NEW_RURAL' as const,
    on: `${2014 + (index % 3)}-${['06', '09', '12'][index % 3]}-15`,
  })),
  { unit: '26287', level: 'ADVANCED', on: '2020-11-20' },
  { unit: '26278', level: 'ADVANCED', on: '2019-12-20', withdrawnOn: '2021-03-10' },
];

/** A self-assessment: which criteria are not met, and for a draft how far it has come. */
export interface DemoAssessment {
  readonly unit: string;
  readonly level: Level;
  readonly year: number;
  readonly begunOn: string;
  readonly submittedOn: string | null;
  readonly missing: readonly number[];
}

const of2021 = (unit: string, missing: readonly number[] = []): DemoAssessment => ({
  unit,
  level: 'ADVANCED',
  year: 2021,
  begunOn: '2021-02-10',
  submittedOn: '2021-03-15',
  missing,
});

export const assessments: readonly DemoAssessment[] = [
  { ...of2021('26290'), year: 2020, begunOn: '2020-06-10', submittedOn: '2020-07-15' },
  of2021('26293'),
  of2021('26275'),
  of2021('26266'),
  of2021('26281'),
  of2021('26263'),
  of2021('26257'),
  of2021('26269', [9]),
  of2021('26284', [10, 17]),
  of2021('26272', [8, 15]),
  of2021('26278', [17, 18]),
  of2021('26254', [6, 10, 13]),
  of2021('26251', [2, 10, 13, 17]),
  of2021('26296', [2, 6, 10, 11, 17]),
  { ...of2021('26260', [2]), begunOn: '2021-10-01', submittedOn: null },
  { ...of2021('26290', [3]), level: 'MODEL', begunOn: '2021-04-10', submittedOn: '2021-05-10' },
  { ...of2021('26287', [1, 3]), level: 'MODEL', begunOn: '2021-04-10', submittedOn: '2021-05-10' },
];

/** A poll: which share of each area was asked and said yes; areas that have counted, and the day it ended. */
export interface DemoPoll {
  readonly unit: string;
  readonly level: Level;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly areas: readonly string[];
  readonly counted: number;
  readonly asked: number;
  readonly approval: number;
  readonly cancelReason?: string;
}

const poll = (unit: string, openedOn: string, closedOn: string | null, approval = 0.93): DemoPoll => ({
  unit,
  level: 'ADVANCED',
  openedOn,
  closedOn,
  areas: [1, 2, 3].map((n) => `${unit}.0${n}`),
  counted: 3,
  asked: 0.75,
  approval,
});

export const polls: readonly DemoPoll[] = [
  poll('26290', '2020-07-20', '2020-08-14'),
  poll('26293', '2021-03-20', '2021-04-09'),
  poll('26281', '2021-05-10', '2021-06-04'),
  poll('26275', '2021-06-01', '2021-06-25', 0.95),
  poll('26269', '2021-06-10', '2021-07-08', 0.78),
  {
    ...poll('26272', '2021-07-01', '2021-07-09'),
    counted: 0,
    cancelReason: 'Minh họa, không có thật: xã thực hiện giãn cách, không họp dân được.',
  },
  poll('26266', '2021-07-05', '2021-08-02', 0.9),
  poll('26263', '2021-08-20', '2021-09-17', 0.91),
  { ...poll('26257', '2021-10-04', null), counted: 1 },
  {
    ...poll('737', '2021-04-05', '2021-05-07', 0.94),
    level: 'NEW_RURAL',
    areas: ['26254.01', '26263.01', '26275.01', '26293.01'],
  },
];

/** A dossier with the day of each step it has taken. */
export interface DemoDossier {
  readonly unit: string;
  readonly level: Level;
  readonly state: DossierState | keyof typeof DossierState;
  readonly year: number;
  /** Of the cluster: who appraises. */
  readonly officer: string;
  readonly registered: string;
  readonly assessed?: string;
  readonly polled?: string;
  readonly submitted?: string;
  readonly returned?: string;
  readonly appraised?: string;
  readonly decided?: string;
  readonly published?: string;
  readonly cancelled?: string;
  readonly reason?: string;
}

export const dossiers: readonly DemoDossier[] = [
  { unit: '26290', level: 'ADVANCED', state: 'DECIDED', year: 2020, officer: 'officer.cluster1', registered: '2020-05-15',
    assessed: '2020-07-16', polled: '2020-08-17', submitted: '2020-09-01', appraised: '2020-10-12', decided: '2020-12-10' },
  { unit: '26293', level: 'ADVANCED', state: 'PUBLISHED', year: 2021, officer: 'officer.cluster1', registered: '2021-02-01',
    assessed: '2021-03-16', polled: '2021-04-12', submitted: '2021-04-20', appraised: '2021-05-20', decided: '2021-06-15', published: '2021-06-22' },
  { unit: '26275', level: 'ADVANCED', state: 'APPRAISED', year: 2021, officer: 'officer.cluster3', registered: '2021-03-01',
    assessed: '2021-03-18', polled: '2021-06-28', submitted: '2021-07-12', appraised: '2021-08-20' },
  { unit: '26266', level: 'ADVANCED', state: 'SUBMITTED', year: 2021, officer: 'officer.cluster3', registered: '2021-03-02',
    assessed: '2021-03-22', polled: '2021-08-04', submitted: '2021-08-16' },
  { unit: '26281', level: 'ADVANCED', state: 'RETURNED', year: 2021, officer: 'officer.cluster3', registered: '2021-03-03',
    assessed: '2021-03-23', polled: '2021-06-07', submitted: '2021-06-21', returned: '2021-07-19',
    reason: 'Minh họa, không có thật: tiêu chí môi trường chưa có văn bản chứng minh.' },
  { unit: '26263', level: 'ADVANCED', state: 'POLLED', year: 2021, officer: 'officer.cluster2', registered: '2021-03-04',
    assessed: '2021-03-24', polled: '2021-09-20' },
  { unit: '26257', level: 'ADVANCED', state: 'ASSESSED', year: 2021, officer: 'officer.cluster4', registered: '2021-03-05', assessed: '2021-03-25' },
  { unit: '26284', level: 'ADVANCED', state: 'REGISTERED', year: 2021, officer: 'officer.cluster1', registered: '2021-03-08' },
  { unit: '26260', level: 'ADVANCED', state: 'CANCELLED', year: 2021, officer: 'officer.cluster4', registered: '2021-03-09', cancelled: '2021-08-30',
    reason: 'Minh họa, không có thật: xã tập trung chống dịch, chuyển sang năm 2022.' },
  { unit: '26290', level: 'MODEL', state: 'ASSESSED', year: 2021, officer: 'officer.cluster1', registered: '2021-04-05', assessed: '2021-05-12' },
]; // prettier-ignore

/** What was found when titles were looked at again. */
export const rechecks = [
  {
    unit: '26278',
    level: 'ADVANCED',
    on: '2021-02-25',
    stillMet: false,
    findings: 'Không còn đạt tiêu chí môi trường (dữ liệu minh họa)',
  },
  {
    unit: '26287',
    level: 'ADVANCED',
    on: '2021-05-12',
    stillMet: true,
    findings: 'Các tiêu chí vẫn được giữ vững (dữ liệu minh họa)',
  },
] as const;

/** A supervision visit. */
export interface DemoVisit {
  readonly unit: string;
  readonly on: string;
  readonly subject: string;
  readonly findings: string;
  readonly recommendation?: string;
  readonly followUp?: string;
  readonly followedUpOn?: string;
  readonly withdrawalReason?: string;
}

export const visits: readonly DemoVisit[] = [
  {
    unit: '26257',
    on: '2021-03-23',
    subject: 'Huy động, sử dụng đóng góp của dân làm đường ấp (minh họa)',
    findings: 'Thu chi công khai, còn một tuyến chưa quyết toán (minh họa)',
    recommendation: 'Quyết toán và niêm yết tại nhà văn hóa ấp (minh họa)',
    followUp: 'Đã quyết toán và niêm yết (minh họa)',
    followedUpOn: '2021-05-04',
  },
  {
    unit: '26254',
    on: '2021-04-14',
    subject: 'Chất lượng công trình cấp nước sạch (minh họa)',
    findings: 'Một số hộ chưa được đấu nối (minh họa)',
    recommendation: 'Hoàn thành đấu nối cho các hộ còn lại (minh họa)',
  },
  {
    unit: '26293',
    on: '2021-05-11',
    subject: 'Tiêu chí môi trường trước khi thẩm tra hồ sơ (minh họa)',
    findings: 'Rác thải được thu gom đúng quy định (minh họa)',
  },
  {
    unit: '26275',
    on: '2021-07-20',
    subject: 'Việc lấy ý kiến sự hài lòng của người dân (minh họa)',
    findings: 'Phiếu phát và thu đúng hướng dẫn (minh họa)',
  },
  {
    unit: '26275',
    on: '2021-07-20',
    subject: 'Việc lấy ý kiến sự hài lòng của người dân, ghi lần hai (minh họa)',
    findings: 'Phiếu phát và thu đúng hướng dẫn (minh họa)',
    withdrawalReason: 'Ghi trùng (minh họa)',
  },
];
