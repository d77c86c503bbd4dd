import type { PlanReport } from './reports';
import { size } from './reports';

export const count = (number: number, one: string) =>
	`${number.toLocaleString('en-US')} ${number === 1 ? one : `${one}s`}`;

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const contacts = (number: number): string => count(number, 'contact');

export const rows = (number: number): string => count(number, 'row');

/** The service's own words may end with a stop, or be nothing else. */
export const withoutStop = (sentence: string) => sentence.replace(/[:.\s]+$/, '');

/** How many contacts plans have together. */
export const totalSize = (reports: PlanReport[]): number =>
	reports.reduce((total, report) => total + size(report), 0);

export const withStatus = (reports: PlanReport[], status: PlanReport['status']): PlanReport[] =>
	reports.filter((report) => report.status === status);
