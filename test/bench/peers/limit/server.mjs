// The limit: one hand-written SQL statement a request behind plain HTTP.
import { createServer } from 'node:http';
import pg from 'pg';
import { statements } from './statements.mjs';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.POOL_SIZE),
  idleTimeoutMillis: Number(process.env.POOL_IDLE_MS),
});

async function answer(path, variables) {
  const name = path.slice(1);
  const { text, takes } = statements[name];
  const values = takes.map((key) =>
    typeof variables[key] === 'string' ? variables[key] : JSON.stringify(variables[key]),
  );
  const { rows } = await pool.query({ name, text, values });
  return rows[0].body;
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const body = await answer(request.url, JSON.parse(Buffer.concat(chunks)));
      response.setHeader('content-type', 'application/json');
      response.setHeader('content-length', Buffer.byteLength(body));
      response.end(body);
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
