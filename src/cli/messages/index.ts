import type { Language } from '../config.js';
import { en } from './en.js';
import type { Messages } from './messages.js';
import { vi } from './vi.js';

export type { Messages } from './messages.js';

export const messagesIn = (language: Language): Messages => (language === 'vi' ? vi : en);
