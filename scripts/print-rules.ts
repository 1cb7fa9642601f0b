// Writes docs/rules.md, the page of all rules: npm run rules
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './rules/rules-page.js';

writeFileSync(join(import.meta.dirname, '..', 'docs', 'rules.md'), await rulesPage());
