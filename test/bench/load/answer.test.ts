import { readAnswer } from './answer.ts';

const counted = Buffer.from(
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nContent-Length: 7\r\n\r\n{"a":1}',
);
const chunked = Buffer.from(
  'HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\n3\r\n:1}\r\n0\r\n\r\n',
);

test.each([
  ['counted', counted, 200],
  ['in chunks', chunked, 503],
])('a body that is %s is read whole, and only when it is there', (_, bytes, status) => {
  for (let length = 0; length < bytes.length; length += 1) {
    expect(readAnswer(bytes.subarray(0, length))).toBeNull();
  }
  const answer = readAnswer(bytes)!;
  expect({ ...answer, body: String(answer.body) }).toEqual({ status, body: '{"a":1}', size: bytes.length });
});

test('what follows an answer is not part of it', () => {
  expect(readAnswer(Buffer.concat([chunked, counted]))!.size).toBe(chunked.length);
});

test('an answer that does not say its length is refused', () => {
  expect(() => readAnswer(Buffer.from('HTTP/1.1 200 OK\r\n\r\n{}'))).toThrow('without a length');
});
