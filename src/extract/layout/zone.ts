/** What part of a report a block belongs to (State: Decree 30/2020, Annex I; Party: Guideline 36-HD/VPTW). */
export type Zone = 'letterhead' | 'title' | 'addressee' | 'body' | 'recipients' | 'signature' | 'annex' | 'stamp';
