import type { Translated } from '@phoihop/platform';
import type { ScopeReach } from '../access/scopes.js';
import { inventedName } from './people-names.js';
import { communeFrontKey } from './people-organizations.js';
import { areasOf, clusterKey, clusters, districtCode, slug, type DemoCommune } from './people-places.js';

/** An account of the demonstration with the one role it holds. */
export interface DemoAccount {
  readonly username: string;
  readonly fullName: string;
  readonly who: Translated;
  /** State code of the unit that keeps the person's record. */
  readonly home: string;
  readonly role: string;
  readonly organization: string | null;
  /** State code of the unit, or key of the group, it is held over. */
  readonly unit: string | null;
  readonly group: string | null;
  readonly reach: ScopeReach;
  readonly programs: readonly string[] | null;
  readonly organizationPrograms: boolean;
}

type Given = Pick<DemoAccount, 'username' | 'role' | 'who'> & Partial<DemoAccount>;

const account = (given: Given): DemoAccount => ({
  fullName: inventedName(given.username),
  home: districtCode,
  organization: 'front-district',
  unit: given.group ? null : districtCode,
  group: null,
  reach: 'SUBTREE',
  programs: null,
  organizationPrograms: false,
  ...given,
});

/** Every account, those of the district first. */
export function demoAccounts(communes: readonly DemoCommune[]): DemoAccount[] {
  return [...office(), ...officersAndLeads(communes), ...partners(), ...communes.flatMap(ofCommune)];
}

function office(): DemoAccount[] {
  return (
    [
      [
        'standing',
        'district-standing',
        'Chủ tịch Ủy ban MTTQ huyện',
        'Chair of the district Front committee',
      ],
      [
        'standing.deputy',
        'district-standing',
        'Phó Chủ tịch Ủy ban MTTQ huyện',
        'Deputy chair of the district Front committee',
      ],
      ['admin', 'district-administrator', 'Quản trị hệ thống huyện', 'System administrator of the district'],
      ['treasurer', 'treasurer', 'Kế toán Quỹ Vì người nghèo', 'Treasurer of the Fund for the Poor'],
      ['inspector', 'inspector', 'Thành viên đoàn giám sát', 'Member of the supervision team'],
      [
        'council',
        'emulation-council',
        'Thành viên Hội đồng thi đua - khen thưởng',
        'Member of the emulation council',
      ],
      [
        'petitions',
        'case-handler',
        'Cán bộ tiếp công dân, xử lý đơn thư',
        'Officer for citizen reception and petitions',
      ],
      ['elections', 'election-secretary', 'Thư ký công tác bầu cử', 'Election secretary'],
      ['auditor', 'auditor', 'Kiểm toán viên', 'Auditor'],
      ['integration', 'integration', 'Tài khoản kết nối hệ thống', 'Integration account'],
    ] as const
  ).map(([username, role, vi, en]) => account({ username, role, who: { vi, en } }));
}

function officersAndLeads(communes: readonly DemoCommune[]): DemoAccount[] {
  const ofClusters = clusters.flatMap(({ number, communes: [lead] }) => {
    const commune = communes.find(({ code }) => code === lead)!;
    return [
      account({
        username: `officer.cluster${number}`,
        role: 'district-officer',
        group: clusterKey(number),
        who: { vi: `Cán bộ huyện phụ trách cụm ${number}`, en: `District officer for cluster ${number}` },
      }),
      account({
        username: `lead.cluster${number}`,
        role: 'cluster-lead',
        group: clusterKey(number),
        home: commune.code,
        organization: communeFrontKey(commune.code),
        who: {
          vi: `Cụm trưởng cụm ${number} (${commune.fullName})`,
          en: `Lead of cluster ${number} (${commune.name})`,
        },
      }),
    ];
  });
  const ofPrograms = account({
    username: 'officer.insurance',
    role: 'district-officer',
    programs: ['PRG-10', 'PRG-27'],
    who: {
      vi: 'Cán bộ huyện phụ trách chương trình bảo hiểm',
      en: 'District officer for the insurance programs',
    },
  });
  return [...ofClusters, ofPrograms];
}

/** Member organizations see the programs they take part in; counterparts see the results of theirs. */
function partners(): DemoAccount[] {
  const members = [
    ['farmers', 'farmers-union', 'Hội Nông dân huyện', 'Farmers’ Union'],
    ['women', 'womens-union', 'Hội Liên hiệp Phụ nữ huyện', 'Women’s Union'],
    ['youth', 'youth-union', 'Đoàn TNCS Hồ Chí Minh huyện', 'Youth Union'],
    ['veterans', 'veterans-association', 'Hội Cựu chiến binh huyện', 'Veterans’ Association'],
    ['labor', 'labor-confederation', 'Liên đoàn Lao động huyện', 'Confederation of Labor'],
    ['red-cross', 'red-cross', 'Hội Chữ thập đỏ huyện', 'Red Cross'],
    ['elderly', 'elderly-association', 'Hội Người cao tuổi huyện', 'Association of the Elderly'],
  ] as const;
  const counterparts = [
    ['propaganda', 'propaganda-board-district', 'Ban Tuyên giáo Huyện ủy', 'Propaganda board'],
    ['police', 'police-district', 'Công an huyện', 'Police'],
    ['health', 'health-center-district', 'Trung tâm Y tế huyện', 'Health center'],
    ['insurance', 'social-insurance-district', 'Bảo hiểm xã hội huyện', 'Social insurance'],
    ['education', 'education-district', 'Phòng Giáo dục và Đào tạo huyện', 'Education division'],
    ['environment', 'environment-district', 'Phòng Tài nguyên và Môi trường huyện', 'Environment division'],
    [
      'labor-affairs',
      'labor-affairs-district',
      'Phòng Lao động - Thương binh và Xã hội huyện',
      'Labor affairs division',
    ],
  ] as const;
  const of =
    (role: string, word: Translated) =>
    ([username, organization, vi, en]: readonly [string, string, string, string]) =>
      account({
        username,
        role,
        organization,
        organizationPrograms: true,
        who: { vi: `${word.vi} ${vi}`, en: `${word.en} of the district ${en}` },
      });
  return [
    ...members.map(of('member-representative', { vi: 'Đại diện', en: 'Representative' })),
    ...counterparts.map(of('counterpart-reader', { vi: 'Cán bộ phối hợp của', en: 'Liaison' })),
  ];
}

/** A chair, a clerk, and the head of the first residential area's work committee. */
function ofCommune(commune: DemoCommune): DemoAccount[] {
  const name = slug(commune.name);
  const local = { home: commune.code, unit: commune.code, organization: communeFrontKey(commune.code) };
  const [area] = areasOf(commune);
  return [
    account({
      ...local,
      username: `chair.${name}`,
      role: 'commune-standing',
      who: {
        vi: `Chủ tịch Ủy ban MTTQ ${commune.fullName}`,
        en: `Chair of the Front committee of ${commune.name}`,
      },
    }),
    account({
      ...local,
      username: `clerk.${name}`,
      role: 'commune-clerk',
      who: { vi: `Cán bộ nhập liệu ${commune.fullName}`, en: `Clerk of ${commune.name}` },
    }),
    account({
      ...local,
      username: `head.${name}`,
      role: 'residential-head',
      unit: area!.code,
      reach: 'EXACT',
      organization: `front-work-${area!.code.replace('.', '-')}`,
      who: {
        vi: `Trưởng ban công tác Mặt trận ${area!.fullName}, ${commune.fullName}`,
        en: `Head of the Front work committee of area 1, ${commune.name}`,
      },
    }),
  ];
}
