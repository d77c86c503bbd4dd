import type { Locator, Page } from 'playwright-core';
import { parameterNames } from './parameters.mts';

/** The window in which a credential is filled in. */
export class CredentialForm {
	readonly window: Locator;

	constructor(private readonly page: Page) {
		this.window = page.getByTestId('editCredential-modal');
	}

	/** Opens an empty one from a node's window. */
	async openNew(): Promise<void> {
		await this.page.getByTestId('ndv').getByTestId('node-credentials-select').click();
		await this.page.getByTestId('node-credentials-select-item-new').click();
		await this.field('baseUrl').waitFor();
	}

	/** Opens the one that a node has, which n8n tests at once. */
	async openChosen(): Promise<void> {
		await this.page.getByTestId('ndv').getByTestId('credential-edit-button').click();
		await this.field('baseUrl').waitFor();
	}

	field(name: string): Locator {
		return this.window.getByTestId(`parameter-input-${name}`);
	}

	async fill(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) {
			await this.field(name).locator('input').fill(value);
		}
	}

	async choose(name: string, option: string): Promise<void> {
		await this.field(name).locator('input').first().click();
		await this.page.getByRole('option').getByText(option, { exact: true }).click();
	}

	/** Saves it, upon which n8n tests it. */
	async save(): Promise<void> {
		await this.window.getByTestId('credential-save-button').click();
	}

	/** Waits until n8n has closed the window, which it does after a test that went well. */
	async closesByItself(): Promise<void> {
		await this.window.waitFor({ state: 'hidden' });
	}

	/** Waits for n8n's word that the test went well. */
	async saysTested(): Promise<void> {
		await this.window.getByText('Connection tested successfully').waitFor();
	}

	/** Waits for a test that failed. @returns all that the window says */
	async failure(): Promise<string> {
		await this.window.getByText('More details').click();
		return await this.window.innerText();
	}

	/** The names of the fields from top to bottom. */
	async fields(): Promise<string[]> {
		return await parameterNames(this.window);
	}
}
