import type { Award, CitationRole, FailureCode, ProvisionUnit, Quantity } from '../../model/index.js';
import type { GraphStep, NumberMatch, NumberSlip, ReportState } from '../../store/index.js';

import type { CommanderMessages } from './commander.js';
import type { IdentityMessages } from './identity.js';
import type { IssuerMessages } from './issuer.js';
import type { ReextractMessages } from './reextract.js';
import type { ReviewMessages } from './review.js';
import type { SurveyMessages } from './survey.js';

type Lines = readonly (readonly [string, string])[];

/** Everything the program says to a person. One file a language; the compiler sees to it that none lacks a line. */
export interface Messages {
  readonly about: string;
  readonly examples: string;
  readonly usage: string;
  readonly arguments: string;
  readonly options: string;
  readonly globalOptions: string;
  readonly commands: string;
  readonly helpOption: string;
  readonly versionOption: string;
  readonly helpCommand: string;
  readonly optArchive: string;
  readonly optOcr: string;
  readonly ownRecogniser: (version: string) => string;
  readonly optJson: string;
  readonly optLang: string;
  readonly environment: string;
  readonly environmentLines: Lines;
  readonly exitCodes: string;
  readonly exitCodeLines: Lines;
  readonly cmdImport: string;
  readonly argPaths: string;
  readonly cmdSearch: string;
  readonly argQuery: string;
  readonly optIn: string;
  readonly optSearchIssuer: string;
  readonly optSearchYear: string;
  readonly optSearchType: string;
  readonly optSearchRole: string;
  readonly optIndexSearch: string;
  readonly tooLongForDocx: (places: number, most: number) => string;
  readonly optLimit: string;
  readonly cmdShow: string;
  readonly argShow: string;
  readonly cmdIndex: string;
  readonly optFormat: string;
  readonly optOut: string;
  readonly cmdSeries: string;
  readonly argIndicator: string;
  readonly optIssuer: string;
  readonly optFrom: string;
  readonly optTo: string;
  readonly optSeriesLimit: string;
  readonly cmdExport: string;
  readonly optExportFormat: string;
  readonly optExportOut: string;
  readonly optNoBom: string;
  readonly cmdExtract: string;
  readonly argFile: string;
  readonly optText: string;
  readonly cmdStatus: string;
  readonly cmdRetry: string;
  readonly argIds: string;
  readonly cmdRebuild: string;
  readonly cmdDoctor: string;

  readonly noArchive: (folder: string) => string;
  readonly cannotOpen: (folder: string, reason: string) => string;
  readonly checking: string;
  readonly setAside: (path: string, reason: string) => string;
  readonly rebuilding: (done: number, total: number) => string;
  readonly error: (reason: string) => string;
  readonly internalError: string;
  readonly interrupted: string;

  readonly looking: string;
  readonly nothingFound: string;
  readonly foundFiles: (count: number) => string;
  readonly timeLeft: string;
  readonly progressLine: (done: number, total: number, rate: string, left: string) => string;
  readonly colOutcome: string;
  readonly colCount: string;
  readonly colFile: string;
  readonly colCode: string;
  readonly colReason: string;
  readonly outcomes: Readonly<Record<'new' | 'duplicate' | 'failed' | 'waiting', string>>;
  /** what is wrong and what to do, one sentence a code; the detail is in the record */
  readonly failures: Readonly<Record<FailureCode, string>>;
  readonly resumed: (count: number) => string;
  readonly skipped: (count: number) => string;
  readonly andMore: (count: number) => string;
  readonly stopped: string;
  readonly took: (duration: string) => string;

  readonly nothing: (query: string) => string;
  readonly hitsNumbers: string;
  readonly hitsText: string;
  /** more passages hold the words than are held against one another */
  readonly rankedOnly: (passages: number) => string;
  readonly hitsResults: string;
  readonly hitsAwards: string;
  readonly colNumber: string;
  readonly colTitle: string;
  readonly colIssuer: string;
  readonly colDate: string;
  readonly colReports: string;
  readonly colByOthers: string;
  readonly colMatch: string;
  readonly colCitations: string;
  readonly colReport: string;
  readonly colPage: string;
  readonly colSection: string;
  readonly colRole: string;
  readonly colQuote: string;
  readonly colSentence: string;
  readonly colValue: string;
  readonly colUnit: string;
  readonly colIndicator: string;
  readonly colPeriod: string;
  readonly colAward: string;
  readonly colHow: string;
  readonly colRecipient: string;
  readonly colGrantor: string;
  readonly colStatus: string;
  readonly colRelation: string;
  readonly colSubject: string;
  readonly colBasis: string;
  readonly colDecision: string;
  readonly bases: Readonly<Record<Quantity['basis'], string>>;
  readonly directions: Readonly<Record<'up' | 'down', string>>;
  readonly modifiers: Readonly<Record<Exclude<Quantity['modifier'], 'exact'>, string>>;
  readonly recipients: Readonly<Record<NonNullable<Award['recipient']>, string>>;
  /** over what was decoded from encodings of the time before Unicode */
  readonly conversions: string;
  readonly conversion: (encoding: string, letters: number, places: number) => string;
  /** by the diagnostic's code */
  readonly encodings: Readonly<Record<string, string>>;
  readonly contradictions: (count: number) => string;
  /** by the diagnostic's code */
  readonly troubles: Readonly<Record<string, string>>;
  readonly otherSeries: (count: number) => string;
  readonly disagree: (period: string, subject: string | null, basis: string) => string;
  readonly page: (page: number) => string;
  readonly footnote: string;
  readonly matches: Readonly<Record<NumberMatch, string>>;
  readonly slips: Readonly<Record<NumberSlip, string>>;
  readonly roles: Readonly<Record<CitationRole, string>>;
  readonly provisionUnits: Readonly<Record<ProvisionUnit, string>>;
  readonly awardStatuses: Readonly<Record<Award['status'], string>>;
  readonly report: string;
  readonly document: string;
  readonly fields: Readonly<
    Record<
      | 'id'
      | 'file'
      | 'paths'
      | 'state'
      | 'type'
      | 'number'
      | 'issuer'
      | 'place'
      | 'date'
      | 'title'
      | 'signers'
      | 'secrecy'
      | 'urgency'
      | 'addressees'
      | 'recipients'
      | 'pages'
      | 'key'
      | 'aliases'
      | 'own'
      | 'others'
      | 'failure',
      string
    >
  >;
  readonly states: Readonly<Record<ReportState, string>>;
  readonly citations: (count: number) => string;
  readonly figures: (count: number) => string;
  readonly awards: (count: number) => string;
  readonly citedBy: (places: number, reports: number) => string;
  readonly relations: (count: number) => string;
  readonly uncertain: string;
  readonly notFound: (what: string) => string;

  readonly written: (file: string) => string;
  readonly statusReports: string;
  readonly statusQueue: (waiting: number, active: number) => string;
  readonly statusRecords: (documents: number, citations: number, quantities: number, awards: number) => string;
  readonly failedReports: string;
  readonly retryHint: string;
  readonly retried: (count: number) => string;
  readonly retryNone: string;
  readonly noSuchReport: (what: string) => string;
  readonly rebuilt: (reports: number) => string;
  readonly stillFailing: (count: number) => string;
  readonly checks: Readonly<
    Record<
      | 'node'
      | 'memory'
      | 'folder'
      | 'space'
      | 'fsync'
      | 'database'
      | 'queue'
      | 'formerKeys'
      | 'pdfium'
      | 'libreoffice'
      | 'tesseract',
      string
    >
  >;
  readonly formerKeys: (count: number) => string;
  readonly wellEnough: string;
  readonly notWell: string;
  readonly optional: string;
  /** what is not read where LibreOffice is not there */
  readonly noOffice: string;

  readonly graph: {
    readonly cmd: string;
    readonly cmdRestsOn: string;
    readonly cmdPath: string;
    readonly cmdMostCited: string;
    readonly cmdRedLinks: string;
    readonly cmdTogether: string;
    readonly cmdOutOfForce: string;
    readonly argFrom: string;
    readonly argTo: string;
    readonly argNumber: string;
    readonly optDepth: string;
    readonly optYear: string;
    readonly optType: string;
    readonly optIssuer: string;
    readonly optCitedIn: string;
    readonly optCitedBy: string;
    /** a number that several documents bear: which one was taken */
    readonly takenFor: (asked: string, document: string, others: readonly string[]) => string;
    readonly colStep: string;
    readonly restsOn: (what: string, documents: number) => string;
    readonly truncated: (limit: number) => string;
    readonly noPath: string;
    readonly none: string;
    readonly documentValidity: string;
    /** of what a report cites, on its day */
    readonly validityAt: (date: string | null) => string;
    readonly validity: (changes: number) => string;
    /** how one document rests on the next */
    readonly steps: Readonly<Record<GraphStep['how'], string>>;
  };
  readonly commander: CommanderMessages;
  readonly identity: IdentityMessages;
  readonly issuer: IssuerMessages;
  readonly review: ReviewMessages;
  readonly reextract: ReextractMessages;
  readonly survey: SurveyMessages;
}
