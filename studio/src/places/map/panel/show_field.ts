// Brings the field with that label, or the section with that title, into sight and gives it the keyboard; the panel itself where it has none such.
export function showField(panel: HTMLElement, label: string): void {
  const found = [...panel.querySelectorAll<HTMLElement>('label, legend, h3')].find((known) => known.textContent?.trim() === label);
  if (!found) return panel.focus({ preventScroll: true });
  const section = found.closest('details');
  if (section) section.open = true;
  const group = found.closest('fieldset');
  const control = found instanceof HTMLLabelElement ? found.control : (group?.querySelector<HTMLElement>('input') ?? found.closest('summary'));
  control?.focus({ preventScroll: true });
  found.scrollIntoView({ block: 'center' });
}
