import { withoutEval } from './app/without-eval.ts';

withoutEval();
const { start } = await import('./app/start.tsx');
const root = document.getElementById('root');
if (root !== null) await start(root);
