import type { Locator, Page } from 'playwright-core';
import { parameterNames } from './parameters.mts';

/** The two ways to fill the mapper, in n8n's words. */
type MappingMode = 'Map Automatically' | 'Map Each Column Manually';

/** The window of one node: what comes in, its parameters, what goes out. */
export class NodeView {
	readonly output: Locator;
	readonly window: Locator;

	constructor(private readonly page: Page) {
		this.window = page.getByTestId('ndv');
		this.output = page.getByTestId('output-panel');
	}

	/** Waits until it is open. */
	async isOpen(): Promise<void> {
		await this.window.getByTestId('node-parameters').waitFor();
	}

	async close(): Promise<void> {
		await this.window.getByTestId('ndv-close-button').first().click();
		await this.window.waitFor({ state: 'hidden' });
	}

	parameter(name: string): Locator {
		return this.window.getByTestId(`parameter-input-${name}`);
	}

	async fill(name: string, text: string): Promise<void> {
		await this.parameter(name).locator('input').fill(text);
	}

	/** Chooses an entry of a drop-down list that the node fills itself. @returns what the search left */
	async chooseBySearch(name: string, words: string, entry: string): Promise<string[]> {
		await this.parameter(name).getByTestId('rlc-input').click();
		const items = this.page.getByTestId('rlc-item');
		await items.first().waitFor();
		await this.page.getByTestId('rlc-search').fill(words);
		const others = items.filter({ hasNotText: new RegExp(words, 'i') });
		await others.first().waitFor({ state: 'detached' });
		await items.getByText(entry, { exact: true }).waitFor();
		const found = await items.allInnerTexts();
		await items.getByText(entry, { exact: true }).click();
		return found.map((text) => text.trim());
	}

	/** The chosen entry of such a list. */
	async chosen(name: string): Promise<string> {
		return await this.parameter(name).getByTestId('rlc-input').inputValue();
	}

	async chooseMapping(mode: MappingMode): Promise<void> {
		await this.window.getByTestId('mapping-mode-select').locator('input').first().click();
		await this.page.getByRole('option').filter({ hasText: mode }).click();
	}

	/** The names of the mapper's fields. */
	async mapperFields(): Promise<string[]> {
		const fields = this.window.getByTestId('mapping-fields-container');
		await fields.getByTestId('parameter-input-Debtor').waitFor();
		return await parameterNames(fields);
	}

	/** The names of those that n8n marks as wrong. */
	async markedFields(): Promise<string[]> {
		const marked = this.window
			.getByTestId('mapping-fields-container')
			.locator('.parameter-item')
			.filter({ has: this.page.getByTestId('parameter-issues') });
		return await parameterNames(marked);
	}

	/** Runs the nodes before this one, and waits until they have delivered so many items. */
	async executePrevious(items: number): Promise<void> {
		await this.window.getByTestId('execute-previous-node').click();
		const counts = this.window.getByTestId('run-data-schema-node-item-count');
		await counts.getByText(`${items} items`).first().waitFor();
	}

	/** The fields that the node before usually gives, as n8n shows them when it has not run. */
	async previewedFields(): Promise<string[]> {
		const input = this.window.getByTestId('ndv-input-panel');
		await input.getByText('Usually outputs the following fields').waitFor();
		return await input.getByTestId('run-data-schema-node-name').allInnerTexts();
	}

	/** Drags a column of the incoming items onto a field. */
	async drag(column: string, field: string): Promise<void> {
		const pill = this.window
			.getByTestId('ndv-input-panel')
			.getByTestId('run-data-schema-node-name')
			.getByText(column, { exact: true });
		const mapped = this.parameter(field).getByText('{{ $json');
		// On a busy machine n8n may not have begun to drag when the mouse is let go.
		for (let tries = 0; tries < 3 && (await mapped.count()) === 0; tries += 1) {
			await pill.dragTo(this.parameter(field), { steps: 20 });
			await mapped.waitFor({ timeout: 5_000 }).catch(() => undefined);
		}
		await mapped.waitFor();
	}

	/** The options that can be added. */
	async offeredOptions(): Promise<string[]> {
		// The tab of the settings, which is not shown, has options too.
		const add = this.window.getByTestId('collection-parameter-add').filter({ visible: true });
		await add.locator('input').first().click();
		const offered = this.page.getByRole('option').filter({ visible: true });
		await offered.first().waitFor();
		return (await offered.allInnerTexts()).map((text) => text.trim());
	}

	/** All texts of the parameters. */
	async parameterTexts(): Promise<string> {
		return await this.window.getByTestId('node-parameters').innerText();
	}

	async execute(): Promise<void> {
		await this.window.getByTestId('node-execute-button').click();
	}

	/**
	 * Executes the node, and waits until its outputs are there. The mark beside OUTPUT is no sign of that:
	 * n8n may take it back at once when it saves the workflow.
	 */
	async executeWell(): Promise<void> {
		await this.execute();
		await this.output.getByTestId('branches').waitFor();
	}

	/** Executes the node, and waits for the error. @returns it, and all that stands in its folded parts */
	async executeBadly(): Promise<{ message: string; description: string; whole: string }> {
		await this.execute();
		await this.output.getByTestId('node-error-message').waitFor();
		const text = async (id: string) => await this.output.getByTestId(id).innerText();
		const message = await text('node-error-message');
		const description = await text('node-error-description');
		for (const title of await this.output.locator('summary').all()) await title.click();
		return { message, description, whole: await this.output.innerText() };
	}

	/** The titles of the outputs, with the numbers of items. */
	async outputTitles(): Promise<string[]> {
		const tabs = this.output.getByTestId('branches').locator('[data-test-id^=tab-]');
		return (await tabs.allInnerTexts()).map((text) => text.trim());
	}

	/** Gives the output the room of the input, as dragging the middle to the left does. */
	async widenOutput(): Promise<void> {
		const handle = this.window.getByTestId('panel-drag-button');
		await handle.dragTo(this.window, { targetPosition: { x: 0, y: 10 }, steps: 10 });
	}

	/** Shows the output in one of n8n's ways. */
	async showAs(way: 'Schema' | 'Table' | 'JSON'): Promise<void> {
		await this.output.getByTestId(`radio-button-${way.toLowerCase()}`).click();
	}

	async showOutput(title: string): Promise<void> {
		await this.output.getByTestId('branches').getByText(title).click();
	}

	/** What the node says above its output. */
	async hints(): Promise<string[]> {
		return (await this.output.getByTestId('node-hint').allInnerTexts()).map((text) => text.trim());
	}
}
