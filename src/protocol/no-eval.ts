/**
 * Keeps the parsers from trying whether code may be made from strings, which the page's policy forbids and reports.
 * They try as soon as the first schema is made, so an entry calls this before it imports (dynamically) anything else;
 * zod's own `config` would come too late, since importing the module that has it makes schemas.
 */
export function parseWithoutEval(): void {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
}
