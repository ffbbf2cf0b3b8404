import { parseWithoutEval } from './protocol/no-eval.ts';

parseWithoutEval();
const { start } = await import('./app/start.tsx');
const root = document.getElementById('root');
if (root !== null) await start(root);
