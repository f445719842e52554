// What tells a persona in the data, as one types it: "platform = mobile; country = FR or BE". docs/formats/persona.md has all it can be.
export type Segment = Record<string, unknown>;

const plain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

// null: it says more than can be typed in a line.
export function segmentShown(segment: Segment | undefined, or: string): string | null {
  const parts = Object.entries(segment ?? {}).map(([field, test]) => {
    const values = Array.isArray(test) ? test : [test];
    return values.every(plain) && !values.some((value) => /[;=]/.test(String(value))) ? `${field} = ${values.join(` ${or} `)}` : null;
  });
  return parts.includes(null) ? null : parts.join('; ');
}

// null: it is no such line.
export function segmentTyped(text: string): Segment | null {
  const segment: Segment = {};
  for (const part of text.split(';').map((one) => one.trim()).filter((one) => one !== '')) {
    const [field = '', test, ...more] = part.split('=').map((one) => one.trim());
    const values = (test ?? '').split(/\s+(?:or|ou)\s+/).filter((value) => value !== '');
    if (field === '' || values.length === 0 || more.length > 0) return null;
    segment[field] = values.length === 1 ? values[0] : values;
  }
  return Object.keys(segment).length === 0 ? null : segment;
}
