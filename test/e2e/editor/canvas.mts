import type { Locator, Page } from 'playwright-core';
import { NodePanel } from './nodePanel.mts';
import { NodeView } from './nodeView.mts';

/** The canvas with the nodes of a workflow. */
export class Canvas {
	constructor(private readonly page: Page) {}

	/** @param path as n8n names the page, `/workflow/<id>` */
	async open(path: string): Promise<void> {
		await this.page.goto(path);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`);
	}

	/** The plus at the right of a node that nothing follows, which opens the panel of nodes. */
	async addBehind(name: string): Promise<NodePanel> {
		await this.node(name).getByTestId('canvas-handle-plus').click();
		return new NodePanel(this.page);
	}

	async openNode(name: string): Promise<NodeView> {
		await this.node(name).dblclick();
		return await this.openedNode();
	}

	/** The window of the node that n8n opens after it was added. */
	async openedNode(): Promise<NodeView> {
		const view = new NodeView(this.page);
		await view.isOpen();
		return view;
	}

	/** The labels of a node's outputs from top to bottom. */
	async outputLabels(name: string): Promise<string[]> {
		const handles = this.node(name).getByTestId('canvas-node-output-handle');
		return (await handles.allInnerTexts()).map((text) => text.split('\n')[0]?.trim() ?? '');
	}

	async zoomToFit(): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
	}

	/** Runs the workflow and waits until these nodes are green. */
	async run(...names: string[]): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
		for (const name of names) await this.succeeded(name).waitFor();
	}

	/** The mark of a node that ran well. */
	succeeded(name: string): Locator {
		return this.node(name).getByTestId('canvas-node-status-success');
	}

	/** A text on a line between nodes, such as `6 items`. */
	lineText(text: string): Locator {
		return this.page.getByTestId('edge-label').getByText(text);
	}
}
