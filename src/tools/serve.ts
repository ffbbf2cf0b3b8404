/** `npm start`: serves the production build and says where each role lives. */
import { preview } from 'vite';

const server = await preview({
  // 127.0.0.1 and not "localhost": the latter may mean only ::1, and then a browser or a curl that asks over IPv4 finds nothing.
  preview: { host: process.env['HOST'] ?? '127.0.0.1', port: Number(process.env['PORT'] ?? 4173), strictPort: false },
});

const address = server.httpServer.address();
const port = typeof address === 'object' && address !== null ? address.port : server.config.preview.port;
const url = `http://localhost:${port}`;

console.log(`
Ringback is running at ${url}

  agent      ${url}/?agent=ana
  customer   ${url}/customer
  records    ${url}/records
  metrics    ${url}/metrics
  flows      ${url}/flows
  prompts    ${url}/prompts
  functions  ${url}/lambdas
  set up     ${url}/setup

Open the agent and the customer side by side. Stop with Ctrl+C.
`);
