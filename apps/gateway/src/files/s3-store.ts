import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { BlobMissing, type BlobStore } from './blob-store.js';

/** Where the bucket is, and as whom it is used. */
export interface S3Place {
  /** `https://s3.example.vn`: the bucket is the first part of the path, as MinIO, Ceph and Amazon take it. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Keeps files in a bucket of a store that speaks S3. */
export function s3Store({ endpoint, bucket, ...access }: S3Place): BlobStore {
  const client = new AwsClient({ ...access, service: 's3', retries: 2 });
  const urlOf = (sha256: string): string => `${endpoint.replace(/\/+$/, '')}/${bucket}/${sha256}`;
  const ask = async (
    method: string,
    sha256: string,
    request: { headers?: Record<string, string>; body?: Blob; signal?: AbortSignal } = {},
  ): Promise<Response> => {
    const response = await client.fetch(urlOf(sha256), { method, ...request });
    if (response.ok || response.status === 404) return response;
    // The body may repeat what was sent; status and name are enough for the log.
    await response.body?.cancel();
    throw new Error(`The file store answered ${response.status} to ${method}.`);
  };
  return {
    has: async (sha256) => (await ask('HEAD', sha256)).ok,
    put: async ({ path, mediaType, sha256 }, signal) => {
      // A blob of the file: its length is known beforehand, as S3 wants it, and it is read as it is sent.
      const body = await openAsBlob(path);
      const headers = { 'content-type': mediaType, 'x-amz-content-sha256': sha256 };
      const response = await ask('PUT', sha256, { headers, body, ...(signal && { signal }) });
      if (!response.ok) throw new Error(`The file store has no bucket ${bucket}.`);
    },
    get: async (sha256) => {
      const response = await ask('GET', sha256);
      if (!response.ok || !response.body) throw new BlobMissing(sha256);
      return Readable.fromWeb(response.body as ReadableStream);
    },
    remove: async (sha256) => {
      await (await ask('DELETE', sha256)).body?.cancel();
    },
  };
}
