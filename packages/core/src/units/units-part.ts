import { GraphQLID, GraphQLString } from 'graphql';
import { allow, extend, list, many, one, readOnlyRows, temporal, type CustomFilter } from '@phoihop/platform';
import type { CorePart } from '../part.js';
import { AdministrativeUnit } from './administrative-unit.js';
import { AdministrativeUnitLineage } from './administrative-unit-lineage.js';
import { AdministrativeUnitVersion } from './administrative-unit-version.js';
import { loadNationalUnits } from './load.js';
import { unitMigrations } from './migrations.js';
import { unitIdParameter } from './unit-id-parameter.js';
import { unitKindNames } from './unit-kind-names.js';

const stateList = allow.public('The list of administrative units is published by the state.');

/** Name search: folds case, diacritics, đ and the place of the tone mark; matches the beginning of the name. */
const search: CustomFilter = {
  type: GraphQLString,
  description:
    'Only units whose name, with or without the word for its kind, begins so; accents and case do not matter.',
  sql: (_, parameter) =>
    `(v.search_key like core.search_key(${parameter}) || '%' or core.search_key(v.full_name) like core.search_key(${parameter}) || '%')`,
};

/** Everything under a unit on the date, at any depth, the unit itself included. */
const under: CustomFilter = {
  type: GraphQLID,
  description: 'Only this unit and the units below it, at any depth, on the date the list is read as of.',
  parameter: unitIdParameter('filter.under'),
  sql: (row, parameter, asOf) => `exists (
    select from core.unit_reach part join core.unit_reach whole on whole.unit_id = ${parameter} and whole.own
      and part.path operator(public.<@) whole.path
      and whole.valid_from <= ${asOf} and (whole.valid_to is null or whole.valid_to > ${asOf})
    where part.unit_id = ${row}."id" and part.own
      and part.valid_from <= ${asOf} and (part.valid_to is null or part.valid_to > ${asOf}))`,
};

/** Administrative units through time: the national trees of 2021 and 2025 and what became of what. */
export const unitsPart: CorePart = {
  entities: [AdministrativeUnit, AdministrativeUnitVersion, AdministrativeUnitLineage],
  migrations: unitMigrations,
  temporal: [
    temporal(AdministrativeUnit, {
      versions: AdministrativeUnitVersion,
      owner: 'unit',
      fields: ['code', 'name', 'fullName', 'kind', 'parent', 'validFrom', 'validTo', 'legalBasis'],
    }),
  ],
  rows: {
    AdministrativeUnit: readOnlyRows('The list of units is public; it changes by loading a state list.'),
    AdministrativeUnitVersion: readOnlyRows('The history of units is public.'),
    AdministrativeUnitLineage: readOnlyRows('Mergers and splits are public.'),
  },
  tables: {
    unit_reach: readOnlyRows('Derived from the public tree; row rules read it.'),
    reference_load: readOnlyRows('Which reference data is loaded.'),
  },
  reads: {
    administrativeUnit: one(AdministrativeUnit, {
      by: 'code',
      description:
        'The unit that carried this code on the date. Codes pass from unit to unit: always say as of when.',
    }),
    administrativeUnits: list(AdministrativeUnit, {
      description: 'The units that existed on the date.',
      filter: ['kind', 'parent', 'code', 'demo'],
      filters: { search, under },
      order: ['code', 'name'],
    }),
  },
  extend: [
    extend(AdministrativeUnit, {
      children: many(AdministrativeUnit, 'parent', {
        description: 'The units directly below, on the date.',
        filter: ['kind'],
        order: ['code', 'name'],
      }),
      versions: many(AdministrativeUnitVersion, 'unit', {
        description: 'Every code, name, kind and parent the unit has had, what was found wrong included.',
        order: ['validFrom'],
      }),
      successors: many(AdministrativeUnitLineage, 'from', {
        description: 'What the unit, or a part of it, went into.',
        order: ['effectiveOn'],
      }),
      predecessors: many(AdministrativeUnitLineage, 'to', {
        description: 'The units, or parts of units, that it was made of.',
        order: ['effectiveOn'],
      }),
    }),
  ],
  fields: {
    AdministrativeUnit: stateList,
    AdministrativeUnitVersion: stateList,
    AdministrativeUnitLineage: stateList,
    'AdministrativeUnit.children': stateList,
    'AdministrativeUnit.versions': stateList,
    'AdministrativeUnit.successors': stateList,
    'AdministrativeUnit.predecessors': stateList,
    'Query.administrativeUnit': stateList,
    'Query.administrativeUnits': stateList,
  },
  load: async ({ database, log }) => {
    const report = await database.asSystem('load the national administrative units', (session) =>
      loadNationalUnits((sql, parameters) => session.query(sql, parameters as unknown[])),
    );
    if (!report.alreadyLoaded) log('national units loaded', { ...report });
  },
  shortNames: unitKindNames,
  vietnamese: {
    AdministrativeUnit:
      'Một đơn vị hành chính của Việt Nam theo thời gian. Mã, tên, loại và đơn vị cấp trên được đọc theo ngày được hỏi. Mã không phải là định danh: năm 2025 phần lớn mã đã chuyển cho đơn vị khác.',
    'AdministrativeUnit.demo':
      'Đơn vị được đặt ra để minh họa; các đơn vị trong danh mục nhà nước thì không.',
    'AdministrativeUnit.code': 'Mã của Tổng cục Thống kê vào ngày đó, giữ nguyên các số 0 ở đầu.',
    'AdministrativeUnit.name': 'Tên không kèm loại: “Bàu Hàm”.',
    'AdministrativeUnit.fullName': 'Tên kèm loại: “Xã Bàu Hàm”.',
    'AdministrativeUnit.kind': 'Loại đơn vị theo pháp luật vào ngày đó.',
    'AdministrativeUnit.parent': 'Đơn vị cấp trên trực tiếp; null ở gốc của cây.',
    'AdministrativeUnit.validFrom': 'Ngày đầu tiên các thông tin này có hiệu lực.',
    'AdministrativeUnit.validTo': 'Ngày đầu tiên các thông tin này hết hiệu lực; null khi còn hiệu lực.',
    'AdministrativeUnit.legalBasis': 'Quyết định hoặc danh mục nhà nước làm căn cứ, như được viện dẫn.',
    'AdministrativeUnit.children': 'Các đơn vị trực thuộc vào ngày đó.',
    'AdministrativeUnit.versions':
      'Mọi mã, tên, loại và cấp trên mà đơn vị từng có, kể cả điều sau này thấy là sai.',
    'AdministrativeUnit.successors': 'Đơn vị này, hoặc một phần của nó, đã nhập vào đâu.',
    'AdministrativeUnit.predecessors': 'Các đơn vị, hoặc phần đơn vị, đã lập nên đơn vị này.',
    AdministrativeUnitVersion: 'Mã, tên, loại và cấp trên của một đơn vị hành chính trong một khoảng ngày.',
    'AdministrativeUnitVersion.unit': 'Các thông tin này nói về đơn vị nào.',
    'AdministrativeUnitVersion.code': 'Mã của Tổng cục Thống kê trong khoảng ngày đó.',
    'AdministrativeUnitVersion.name': 'Tên không kèm loại đơn vị.',
    'AdministrativeUnitVersion.fullName': 'Tên kèm loại đơn vị.',
    'AdministrativeUnitVersion.kind': 'Loại đơn vị theo pháp luật trong khoảng ngày đó.',
    'AdministrativeUnitVersion.parent': 'Đơn vị cấp trên trực tiếp trong khoảng ngày đó.',
    'AdministrativeUnitVersion.validFrom': 'Ngày đầu tiên có hiệu lực.',
    'AdministrativeUnitVersion.validTo': 'Ngày đầu tiên hết hiệu lực; null khi còn hiệu lực.',
    'AdministrativeUnitVersion.legalBasis': 'Quyết định hoặc danh mục nhà nước làm căn cứ.',
    'AdministrativeUnitVersion.recordedAt': 'Thời điểm hệ thống ghi nhận.',
    'AdministrativeUnitVersion.supersededAt':
      'Thời điểm hệ thống biết thông tin này sai; null khi còn tin dùng.',
    AdministrativeUnitLineage: 'Toàn bộ hoặc một phần của một đơn vị đã nhập vào một đơn vị khác.',
    'AdministrativeUnitLineage.from': 'Đơn vị bị nhập hoặc bị chia.',
    'AdministrativeUnitLineage.to': 'Đơn vị tiếp nhận.',
    'AdministrativeUnitLineage.type': 'Bao nhiêu phần của đơn vị cũ chuyển sang, và theo cách nào.',
    'AdministrativeUnitLineage.effectiveOn':
      'Ngày đầu tiên của tình trạng mới; null khi nguồn không ghi ngày.',
    'AdministrativeUnitLineage.populationShare':
      'Phần dân số cũ chuyển sang, từ 0 đến 1; null khi không nguồn nào nêu.',
    'AdministrativeUnitLineage.areaShare':
      'Phần diện tích cũ chuyển sang, từ 0 đến 1; null khi không nguồn nào nêu.',
    'AdministrativeUnitLineage.note': 'Ghi chú của bảng chuyển đổi chính thức.',
    'AdministrativeUnitLineage.legalBasis': 'Văn bản làm căn cứ, như được viện dẫn.',
    'Query.administrativeUnit':
      'Đơn vị mang mã này vào ngày được hỏi. Mã chuyển từ đơn vị này sang đơn vị khác: hãy luôn nêu ngày.',
    'Query.administrativeUnits': 'Các đơn vị tồn tại vào ngày được hỏi.',
    'AdministrativeUnitsFilter.search':
      'Chỉ các đơn vị có tên (kèm hoặc không kèm loại) bắt đầu như vậy; không phân biệt dấu và chữ hoa.',
    'AdministrativeUnitsFilter.under': 'Chỉ đơn vị này và mọi đơn vị bên dưới, ở mọi cấp, vào ngày được hỏi.',
    UnitKind: 'Loại đơn vị hành chính theo pháp luật. Loại có thể thay đổi trong khi đơn vị vẫn là một.',
    'UnitKind.COUNTRY': 'Nước Việt Nam, gốc của cây.',
    'UnitKind.PROVINCE': 'Tỉnh.',
    'UnitKind.MUNICIPALITY': 'Thành phố trực thuộc trung ương, ngang cấp tỉnh.',
    'UnitKind.DISTRICT': 'Huyện; cấp huyện kết thúc ngày 01/7/2025.',
    'UnitKind.URBAN_DISTRICT': 'Quận; cấp huyện kết thúc ngày 01/7/2025.',
    'UnitKind.DISTRICT_TOWN': 'Thị xã, ngang cấp huyện; kết thúc ngày 01/7/2025.',
    'UnitKind.PROVINCIAL_CITY':
      'Thành phố thuộc tỉnh hoặc thuộc thành phố trực thuộc trung ương; kết thúc ngày 01/7/2025.',
    'UnitKind.COMMUNE': 'Xã.',
    'UnitKind.WARD': 'Phường.',
    'UnitKind.TOWN': 'Thị trấn thuộc huyện; kết thúc ngày 01/7/2025.',
    'UnitKind.SPECIAL_ZONE': 'Đặc khu, đơn vị hải đảo từ ngày 01/7/2025.',
    'UnitKind.RESIDENTIAL_AREA': 'Khu dân cư của xã, phường, thị trấn: ấp, khu phố.',
    LineageType: 'Một đơn vị hành chính, hoặc một phần của nó, đã trở thành đơn vị khác như thế nào.',
    'LineageType.WHOLE_MERGE': 'Nhập toàn bộ đơn vị cũ vào đơn vị mới.',
    'LineageType.PARTIAL': 'Nhập một phần đơn vị cũ vào đơn vị mới.',
    'LineageType.POPULATION_ONLY': 'Nhập toàn bộ dân số nhưng chỉ một phần diện tích.',
    'LineageType.RENAMED': 'Đơn vị mới là đơn vị cũ mang tên khác.',
    'LineageType.UNCHANGED': 'Đơn vị mới là đơn vị cũ, giữ nguyên.',
    'LineageType.KIND_CHANGE': 'Đơn vị mới là đơn vị cũ được chuyển sang loại khác.',
  },
};
