import { columnPath, NOT_PLAIN, valueAt } from '../../../nodes/AiRudder/contacts/columns';
import type { Row } from '../../../nodes/AiRudder/contacts/columns';

describe('a mapping that only names a column', () => {
	it.each([
		['={{ $json.Phone }}', ['Phone']],
		['={{$json.Phone}}', ['Phone']],
		['={{  $json.Phone  }} ', ['Phone']],
		['= {{ $json.Phone }}', ['Phone']],
		['={{ $json["Loan Date"] }}', ['Loan Date']],
		["={{ $json['Loan Date'] }}", ['Loan Date']],
		['={{ $json[ "Loan Date" ] }}', ['Loan Date']],
		['={{ $json.properties.mobilephone.value }}', ['properties', 'mobilephone', 'value']],
		['={{ $json.properties?.phone }}', ['properties', 'phone']],
		['={{ $json.fields["Loan Date"] }}', ['fields', 'Loan Date']],
		['={{ $json.phones[0] }}', ['phones', '0']],
		['={{ $json["it\'s"] }}', ["it's"]],
		['={{ $json[""] }}', ['']],
		['={{ $json["\ufeffDebtor"] }}', ['\ufeffDebtor']],
		['={{ $json.$x_1 }}', ['$x_1']],
		['={{ $json.__proto__ }}', ['__proto__']],
	])('%s is the path %j', (expression, path) => {
		expect(columnPath(expression)).toEqual(path);
	});
});

describe('a real expression has no path', () => {
	it.each([
		'$json.Phone',
		'={{ $json }}',
		'={{ }}',
		'=',
		'',
		'+62{{ $json.Phone }}',
		'=+62{{ $json.Phone }}',
		'={{ $json.Phone }}{{ $json.Name }}',
		'={{ $json.First + $json.Last }}',
		'={{ $json.Phone.trim() }}',
		'={{ $json.Phone || "" }}',
		'={{ $json[$json.column] }}',
		'={{ $json["a" + "b"] }}',
		'={{ $json["a\\"b"] }}',
		'={{ $json["a]b"] }}',
		'={{ $json[-1] }}',
		'={{ $json?.["Phone"] }}',
		'={{ $json.a-b }}',
		'={{ $json.1a }}',
		'={{ $jsonx.Phone }}',
		'={{ $input.item.json.Phone }}',
		'={{ $("Sheet").item.json.Phone }}',
		'={{ $json.Phone }',
		'={{ $json. Phone }}',
		'={{ `$json.Phone` }}',
	])('%s', (expression) => {
		expect(columnPath(expression)).toBeUndefined();
	});
});

describe('the value at a path', () => {
	const row: Row = {
		Phone: '+628123456701',
		zero: 0,
		empty: '',
		nothing: null,
		properties: { phone: { value: '+628123456702' } },
		phones: ['+628123456703'],
		own: JSON.parse('{"__proto__":{"x":1}}') as unknown,
	};

	it.each([
		[['Phone'], '+628123456701'],
		[['zero'], 0],
		[['empty'], ''],
		[['nothing'], null],
		[['properties', 'phone', 'value'], '+628123456702'],
		[['phones', '0'], '+628123456703'],
		[['own', '__proto__', 'x'], 1],
		[[], row],
	])('%j is %p', (path, value) => {
		expect(valueAt(row, path)).toBe(value);
	});

	it.each([
		[['phone']],
		[['nothing', 'more']],
		[['properties', 'mobile', 'value']],
		[['phones', '1']],
		[['__proto__']],
		[['constructor']],
		[['constructor', 'prototype']],
		[['phones', 'map']],
		[['hasOwnProperty']],
	])('%j is missing', (path) => {
		expect(valueAt(row, path)).toBeUndefined();
	});

	it.each([[['zero', 'toFixed']], [['Phone', 'length']], [['Phone', '0']]])(
		"%j is left to n8n's evaluator, which knows the properties of texts and numbers",
		(path) => {
			expect(valueAt(row, path)).toBe(NOT_PLAIN);
		},
	);

	it("leaves the properties of dates to n8n's evaluator", () => {
		expect(valueAt({ day: new Date(0) }, ['day', 'getTime'])).toBe(NOT_PLAIN);
	});
});
