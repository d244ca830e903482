import { readFileSync } from 'node:fs';
import { OrganizationKind } from '../organizations/organization-kind.js';
import { OrganizationRelationType } from '../organizations/organization-relation.js';
import { participantKeys } from '../programs/contribution.js';
import { areasOf, districtCode, type DemoCommune } from './people-places.js';

/** An organization of the demonstration with how it stands to the one it is nearest to. */
export interface DemoOrganization {
  readonly key: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: OrganizationKind;
  /** State code of the unit it sits in. */
  readonly unit: string;
  readonly relation: { readonly type: OrganizationRelationType; readonly to: string } | null;
}

interface Registered {
  readonly key: string;
  readonly kind: string;
  readonly title: { readonly vi: string };
  readonly relation: string;
}

/** Kinds and relations are written in kebab-case in the register. */
const constant = (text: string): string => text.toUpperCase().replaceAll('-', '_');

/** The district's bodies that programs name, then each commune's Front committee, then the work committees below. */
export function demoOrganizations(communes: readonly DemoCommune[]): DemoOrganization[] {
  return [...districtBodies(), ...communes.map(communeFront), ...communes.flatMap(workCommittees)];
}

function districtBodies(): DemoOrganization[] {
  const file = new URL('../../data/registry/organizations.json', import.meta.url);
  const wanted = new Set<string>([...participantKeys, 'front-district-standing']);
  const registered = (JSON.parse(readFileSync(file, 'utf8')) as Registered[]).filter(({ key }) =>
    wanted.has(key),
  );
  return registered.map(({ key, kind, title, relation }) => ({
    key,
    name: `${title.vi} Trảng Bom`,
    shortName: null,
    kind: OrganizationKind[constant(kind) as keyof typeof OrganizationKind],
    unit: districtCode,
    relation:
      relation === 'self'
        ? null
        : {
            type: OrganizationRelationType[constant(relation) as keyof typeof OrganizationRelationType],
            to: 'front-district',
          },
  }));
}

export const communeFrontKey = (commune: string): string => `front-commune-${commune}`;

function communeFront(commune: DemoCommune): DemoOrganization {
  return {
    key: communeFrontKey(commune.code),
    name: `Ủy ban MTTQ Việt Nam ${lowerFirst(commune.fullName)}`,
    shortName: `Mặt trận ${lowerFirst(commune.fullName)}`,
    kind: OrganizationKind.FRONT_COMMITTEE,
    unit: commune.code,
    relation: { type: OrganizationRelationType.SUBORDINATE, to: 'front-district' },
  };
}

function workCommittees(commune: DemoCommune): DemoOrganization[] {
  return areasOf(commune).map((area) => ({
    key: `front-work-${area.code.replace('.', '-')}`,
    name: `Ban công tác Mặt trận ${lowerFirst(area.fullName)}, ${lowerFirst(commune.fullName)}`,
    shortName: null,
    kind: OrganizationKind.FRONT_WORK_COMMITTEE,
    unit: area.code,
    relation: { type: OrganizationRelationType.SUBORDINATE, to: communeFrontKey(commune.code) },
  }));
}

const lowerFirst = (text: string): string => text[0]!.toLowerCase() + text.slice(1);
