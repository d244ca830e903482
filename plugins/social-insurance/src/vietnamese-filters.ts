/** Vietnamese of filters that are more than a property, for each list that has them. */
const snapshots = {
  current: 'Chỉ lấy số liệu còn được tính (true), hoặc chỉ số liệu đã bị thay thế (false).',
  whole: 'Chỉ lấy số liệu tính chung mọi nhóm (true), hoặc chỉ số liệu của từng nhóm (false).',
};
const sessions = {
  search: 'Chỉ lấy các buổi có những từ này trong nội dung; không phân biệt dấu và chữ hoa, chữ thường.',
};
const agents = {
  validOn: 'Chỉ lấy các đại lý còn hợp đồng vào ngày này.',
  search:
    'Chỉ lấy các đại lý có những từ này trong tên hoặc địa chỉ; không phân biệt dấu và chữ hoa, chữ thường.',
};
const under = { under: 'Chỉ lấy các dòng của đơn vị này và của mọi đơn vị bên dưới, ở bất kỳ cấp nào.' };

const filters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ParticipantGroups: { validOn: 'Chỉ lấy các nhóm có hiệu lực vào ngày này.' },
  CoverageSnapshots: { ...snapshots, ...under },
  CoverageSnapshotsOfAdministrativeUnit: snapshots,
  OutreachSessions: { ...sessions, ...under },
  OutreachSessionsOfAdministrativeUnit: sessions,
  CollectionAgents: { ...agents, ...under },
  CollectionAgentsOfAdministrativeUnit: agents,
  GapHouseholds: {
    ...under,
    search:
      'Chỉ lấy các hộ có những từ này trong họ tên chủ hộ hoặc địa chỉ; không phân biệt dấu và chữ hoa, chữ thường.',
  },
};

export const vietnameseFilters: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(filters).flatMap(([list, texts]) =>
    Object.entries(texts).map(([filter, text]) => [`SocialInsurance${list}Filter.${filter}`, text]),
  ),
);
