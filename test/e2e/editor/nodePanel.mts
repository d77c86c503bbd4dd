import type { Locator, Page } from 'playwright-core';

/** The panel on the right in which nodes are searched for. */
export class NodePanel {
	constructor(private readonly page: Page) {}

	/** Opens a new workflow, and the panel in it. */
	async openInNewWorkflow(): Promise<void> {
		await this.page.goto('/workflow/new');
		await this.page.getByTestId('canvas-plus-button').click();
	}

	async search(words: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill(words);
	}

	/** A node or an action of exactly this name. */
	item(name: string): Locator {
		return this.page.getByTestId('item-iterator-item').filter({
			has: this.page.getByTestId('node-creator-item-name').getByText(name, { exact: true }),
		});
	}

	/** The names of all nodes or actions that are shown. */
	async names(): Promise<string[]> {
		return await this.page.getByTestId('node-creator-item-name').allInnerTexts();
	}

	/** Opens the page of a node, which lists its actions. */
	async openNode(name: string): Promise<void> {
		await this.search(name);
		await this.item(name).click();
		await this.page.getByText('Node details').waitFor();
	}

	/** Unfolds the actions on the page of a node that has triggers too. */
	async unfoldActions(): Promise<void> {
		await this.page.getByText(/^Actions \(\d+\)$/).click();
	}
}
