import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { startFileGateway, type FileGateway } from './file-kit.js';

/** Uploading and fetching evidence: who may, what is taken, and what is left behind when it is not. */
let gate: FileGateway;
let clerk: Record<string, string>;
let commune: string;
let elsewhere: string;
const most = 50_000;

beforeAll(async () => {
  gate = await startFileGateway({ FILE_BYTES: String(most) });
  clerk = await gate.as('clerk.bau-ham');
  const codes = await gate.bed.sql<{ code: string; full_name: string }>(
    `select code, full_name from core.administrative_unit_version
     where full_name in ('Xã Bàu Hàm', 'Xã Sông Trầu') and superseded_at is null and valid_to = '2025-07-01'`,
  );
  commune = codes.find(({ full_name }) => full_name === 'Xã Bàu Hàm')!.code;
  elsewhere = codes.find(({ full_name }) => full_name === 'Xã Sông Trầu')!.code;
}, 300_000);
afterAll(() => gate.close());

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from([0, 0, 0, 13]),
  Buffer.from('IHDR'),
  Buffer.alloc(17),
  Buffer.from([0, 0, 0, 0]),
  Buffer.from('IEND'),
  Buffer.alloc(4),
]);

async function upload(
  bytes: Uint8Array | ReadableStream,
  query: Record<string, string> = {},
  headers: Record<string, string> = clerk,
) {
  const asked = new URLSearchParams({ unit: commune, name: 'a.pdf', ...query });
  const response = await fetch(`${gate.url}/files?${asked}`, {
    method: 'POST',
    body: bytes as never,
    headers,
    ...({ duplex: 'half' } as object),
  });
  const body = (await response.json()) as any;
  return { status: response.status, headers: response.headers, body, code: body.errors?.[0].extensions.code };
}

const download = (id: string, headers: Record<string, string> = clerk) =>
  fetch(`${gate.url}/files/${id}`, { headers });

const audited = (action: string) =>
  gate.bed.sql<{ subject_id: string; facts: any }>(
    'select subject_id, facts from platform.audit_event where action = $1 order by id',
    [action],
  );

const rows = async (): Promise<number> =>
  (await gate.bed.sql<{ n: number }>('select count(*)::int as n from core.attachment'))[0]!.n;

it('a file comes back as it went in, with its name, and never as a page', async () => {
  const bytes = pdf('minutes of the meeting');
  const sent = await upload(
    bytes,
    { name: 'Biên bản “họp” ấp 1.pdf', sha256: sha256(bytes).toUpperCase() },
    { ...clerk, 'content-type': 'application/pdf' },
  );
  expect([sent.status, sent.body]).toEqual([
    201,
    {
      id: expect.any(String),
      name: 'Biên bản “họp” ấp 1.pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256: sha256(bytes),
    },
  ]);
  expect(sent.headers.get('location')).toBe(`/files/${sent.body.id}`);
  const fetched = await download(sent.body.id);
  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(fetched.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/default-src 'none'; sandbox/),
    'cache-control': 'private, no-cache',
    etag: `"${sha256(bytes)}"`,
  });
  expect(fetched.headers.get('content-disposition')).toBe(
    `attachment; filename="Bien ban _hop_ ap 1.pdf"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%E2%80%9Ch%E1%BB%8Dp%E2%80%9D%20%E1%BA%A5p%201.pdf`,
  );
  const again = await download(sent.body.id, { ...clerk, 'if-none-match': `"${sha256(bytes)}"` });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const { data } = await gate.bed.graphql(
    `query ($id: ID!) { attachment(id: $id) { name size sha256 mediaType confidentiality unit { code } uploadedBy { username } } }`,
    { variables: { id: sent.body.id }, caller: await gate.bed.as('clerk.bau-ham') },
  );
  expect(data.attachment).toMatchObject({
    size: bytes.length,
    unit: { code: commune },
    confidentiality: 'INTERNAL',
  });
});

describe('what is refused leaves nothing behind', () => {
  let before: { rows: number; kept: string[] };
  beforeEach(async () => {
    before = { rows: await rows(), kept: await gate.kept() };
  });
  afterEach(async () => {
    expect({ rows: await rows(), kept: await gate.kept() }).toEqual(before);
  });
  const cases: [string, () => Promise<{ status: number; code: string }>, number, string][] = [
    ['nothing', () => upload(Buffer.alloc(0)), 400, 'FILE_EMPTY'],
    ['too much', () => upload(Buffer.alloc(most + 1, 'a')), 413, 'FILE_TOO_LARGE'],
    ['another hash than was said', () => upload(pdf('x'), { sha256: 'a'.repeat(64) }), 422, 'FILE_HASH'],
    ['no hash at all', () => upload(pdf('x'), { sha256: 'abc' }), 400, 'BAD_USER_INPUT'],
    ['a program, whatever it is called', () => upload(Buffer.from('MZ\u0090\0\u0003')), 415, 'FILE_TYPE'],
    [
      'a page with a script',
      () => upload(Buffer.from('<?xml version="1.0"?><svg onload="x"/>')),
      415,
      'FILE_TYPE',
    ],
    [
      'a picture that is said to be a paper',
      () => upload(png, {}, { ...clerk, 'content-type': 'application/pdf' }),
      415,
      'FILE_TYPE_DIFFERS',
    ],
    ['without a unit', () => upload(pdf('x'), { unit: '' }), 400, 'BAD_USER_INPUT'],
    ['a unit that is none', () => upload(pdf('x'), { unit: '99999' }), 422, 'UNIT_CODE_UNKNOWN'],
    ['for a foreign unit', () => upload(pdf('x'), { unit: elsewhere }), 403, 'OUT_OF_SCOPE'],
    ['without a name', () => upload(pdf('x'), { name: ' ' }), 422, 'TEXT_LENGTH'],
    ['a class that is none', () => upload(pdf('x'), { confidentiality: 'SEALED' }), 400, 'BAD_USER_INPUT'],
    ['a program that is none', () => upload(pdf('x'), { program: 'PRG-99' }), 404, 'NOT_FOUND'],
    ['from nobody', () => upload(pdf('x'), {}, {}), 401, 'UNAUTHENTICATED'],
    [
      'with a bad token',
      () => upload(pdf('x'), {}, { authorization: 'Bearer x.y.z' }),
      401,
      'UNAUTHENTICATED',
    ],
    ['from who may not', async () => upload(pdf('x'), {}, await gate.as('health')), 403, 'FORBIDDEN'],
  ];
  it.each(cases)('%s', async (_name, send, status, code) => {
    const answer = await send();
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  it('too much that does not say how much it is, as soon as it is too much', async () => {
    const sent = httpRequest(`${gate.url}/files?unit=${commune}&name=a.txt`, {
      method: 'POST',
      headers: { ...clerk, 'transfer-encoding': 'chunked' },
    });
    sent.on('error', () => {}); // the connection is closed under whoever goes on sending
    sent.write(Buffer.alloc(most + 1, 'a'));
    const [response] = await once(sent, 'response');
    expect(response.statusCode).toBe(413);
    response.resume();
    sent.destroy();
  });

  it('whoever hangs up in the middle', async () => {
    const sent = httpRequest(`${gate.url}/files?unit=${commune}&name=a.txt`, {
      method: 'POST',
      headers: { ...clerk, 'content-length': '1000' },
    });
    sent.on('error', () => {});
    sent.write('half of it');
    await new Promise((resolve) => setTimeout(resolve, 200));
    sent.destroy();
    for (let wait = 0; wait < 40 && (await gate.kept()).length > before.kept.length; wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
  });

  it('a store that fails, and a commit that fails after the store had it', async () => {
    const failing = async () => {
      throw new Error('the disk is full');
    };
    gate.use({ has: async () => false, put: failing, get: failing, remove: async () => {} });
    const full = await upload(pdf('disk full'));
    gate.use(undefined);
    expect([full.status, full.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    await gate.bed.sql(
      `create function core.fail() returns trigger language plpgsql as $$ begin raise 'no'; end $$`,
    );
    await gate.bed.sql(
      `create constraint trigger fail after insert on core.attachment deferrable initially deferred for each row execute function core.fail()`,
    );
    const late = await upload(pdf('late failure'));
    await gate.bed.sql('drop trigger fail on core.attachment');
    await gate.bed.sql('drop function core.fail()');
    expect([late.status, late.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
  });
});

it('the same bytes are kept once, and are still there when one of two uploads is refused', async () => {
  const bytes = pdf('the same twice');
  const before = (await gate.kept()).length;
  const both = await Promise.all([upload(bytes, { name: 'one.pdf' }), upload(bytes, { name: 'two.pdf' })]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect((await gate.kept()).length).toBe(before + 1);
  for (const { body } of both)
    expect(sha256(Buffer.from(await (await download(body.id)).arrayBuffer()))).toBe(sha256(bytes));
});

it('three files are put into the store at once; further ones wait, and are kept too', async () => {
  let [now, peak] = [0, 0];
  let come: () => void;
  const threeAreThere = new Promise<void>((resolve) => (come = resolve));
  gate.use({
    has: async () => false,
    put: async (_file, signal) => {
      expect(signal).toBeInstanceOf(AbortSignal);
      peak = Math.max(peak, (now += 1));
      // However slowly uploads come in: three meet here, and a fourth has time to come too soon.
      if (now === 3) come();
      await threeAreThere;
      await new Promise((resolve) => setTimeout(resolve, 100));
      now -= 1;
    },
    get: async () => Promise.reject(new Error('not asked for')),
    remove: async () => {},
  });
  const sent = await Promise.all(Array.from({ length: 7 }, (_, n) => upload(pdf(`of many, ${n}`))));
  gate.use(undefined);
  expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 201));
  expect(peak).toBe(3);
});

describe('who may fetch', () => {
  it('who does not see the unit, nobody, and a garbled id hear the same as where there is none', async () => {
    const { body } = await upload(pdf('internal'));
    const none = Buffer.from('Attachment:999999').toString('base64url');
    const stranger = await gate.as('women');
    const answers = await Promise.all(
      [
        download(body.id, { 'accept-language': 'en' }),
        download(none),
        download('garbled'),
        download(Buffer.from('Document:1').toString('base64url')),
        download(none, stranger),
      ].map(async (response) => {
        const { status, headers } = await response;
        const answer = (await (await response).json()) as any;
        return [status, headers.get('etag'), answer.errors[0].extensions.code, answer.errors[0].message];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]![0]).toBe(404);
  });

  it.each([
    ['INTERNAL', ['clerk.bau-ham', 'chair.bau-ham', 'standing', 'auditor', 'inspector'], false],
    ['PERSONAL', ['clerk.bau-ham', 'chair.bau-ham', 'standing', 'auditor', 'inspector'], true],
    ['RESTRICTED', ['clerk.bau-ham', 'chair.bau-ham', 'standing', 'auditor'], true],
  ])('%s: exactly %j, and each fetch is recorded: %s', async (confidentiality, allowed, recorded) => {
    const { body } = await upload(pdf(`of class ${confidentiality}`), { confidentiality });
    const people = [
      'clerk.bau-ham',
      'chair.bau-ham',
      'standing',
      'auditor',
      'inspector',
      'health',
      'police',
      'admin',
    ];
    const before = (await audited('core:attachment.fetch')).length;
    const seen: string[] = [];
    for (const name of people) {
      if ((await download(body.id, await gate.as(name))).status === 200) seen.push(name);
    }
    expect(seen).toEqual(allowed);
    const written = (await audited('core:attachment.fetch')).slice(before);
    expect(written.map(({ facts }) => facts.confidentiality)).toEqual(
      recorded ? allowed.map(() => confidentiality) : [],
    );
  });
});

describe('evidence', () => {
  const attach = async (input: object, as: string) =>
    gate.bed.graphql(
      `mutation ($input: AttachFileInput!) { attachFile(input: $input) { id note attachment { name } document { id attachments { nodes { attachment { name } } } } } }`,
      { variables: { input }, caller: await gate.bed.as(as) },
    );
  let attachment: string;
  let document: string;
  beforeAll(async () => {
    attachment = (await upload(pdf('evidence'), { name: 'evidence.pdf' })).body.id;
    const unit = await gate.bed.graphql(
      `{ administrativeUnit(code: "${commune}", asOf: "2021-10-15") { id } }`,
    );
    const { data } = await gate.bed.graphql(
      `mutation ($unit: ID!) { createDocument(input: { citedAs: "Kế hoạch số 1", title: "Kế hoạch", confidentiality: INTERNAL, unit: $unit }) { id } }`,
      { variables: { unit: unit.data.administrativeUnit.id }, caller: await gate.bed.as('clerk.bau-ham') },
    );
    document = data.createDocument.id;
  });

  it('a file hangs on a document once, and is taken off with a reason', async () => {
    const first = await attach({ attachment, document, note: 'bản chụp' }, 'clerk.bau-ham');
    const second = await attach({ attachment, document }, 'clerk.bau-ham');
    expect(first.errors).toBeUndefined();
    expect(second.data.attachFile.id).toBe(first.data.attachFile.id);
    expect(second.data.attachFile.document.attachments.nodes).toEqual([
      { attachment: { name: 'evidence.pdf' } },
    ]);
    const detach = async () =>
      gate.bed.graphql(
        `mutation ($link: ID!) { detachFile(input: { link: $link, reason: "nhầm văn bản" }) { detachReason document { attachments(filter: { detached: false }) { totalCount } } } }`,
        { variables: { link: first.data.attachFile.id }, caller: await gate.bed.as('clerk.bau-ham') },
      );
    expect((await detach()).data.detachFile).toEqual({
      detachReason: 'nhầm văn bản',
      document: { attachments: { totalCount: 0 } },
    });
    expect((await detach()).errors![0]!.extensions['code']).toBe('FILE_DETACHED');
    expect((await attach({ attachment, document }, 'clerk.bau-ham')).data.attachFile.id).not.toBe(
      first.data.attachFile.id,
    );
  });

  it('is attached by whoever may change what it is attached to, and to one thing', async () => {
    const refused = async (input: object, as: string) =>
      (await attach(input, as)).errors?.[0]?.extensions['code'];
    expect(await refused({ attachment, document }, 'auditor')).toBe('OUT_OF_SCOPE');
    expect(await refused({ attachment, document }, 'women')).toBe('NOT_FOUND');
    expect(await refused({ attachment }, 'clerk.bau-ham')).toBe('BAD_USER_INPUT');
    const published = (await gate.bed.graphql('{ documentByCode(code: "D-24") { id } }', {
      caller: await gate.bed.as('clerk.bau-ham'),
    })) as any;
    expect(await refused({ attachment, document: published.data.documentByCode.id }, 'clerk.bau-ham')).toBe(
      'FORBIDDEN',
    );
  });
});
