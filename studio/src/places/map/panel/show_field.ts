// Brings the field with that label, or the section with that title, into sight and gives it the keyboard.
export function showField(panel: HTMLElement, label: string): void {
  const found = [...panel.querySelectorAll<HTMLElement>('label, legend, h3')].find((known) => known.textContent?.trim() === label);
  if (!found) return;
  const section = found.closest('details');
  if (section) section.open = true;
  const group = found.closest('fieldset');
  const control = found instanceof HTMLLabelElement ? found.control : (group?.querySelector<HTMLElement>('input') ?? found.closest('summary'));
  control?.focus({ preventScroll: true });
  found.scrollIntoView({ block: 'center' });
}
