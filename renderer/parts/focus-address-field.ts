/** The id of the field that takes a URL. */
export const ADDRESS_FIELD_ID = 'address-field';

/**
 * Puts the cursor into the URL field. Where the window is narrow the field stands in the closed
 * menu and takes no focus: then the menu is opened first.
 * @param openMenu shows the menu
 */
export function focusAddressField(openMenu: () => void): void {
  const focus = (): boolean => {
    const field = document.getElementById(ADDRESS_FIELD_ID);
    field?.focus();
    return field !== null && document.activeElement === field;
  };
  if (focus()) return;
  openMenu();
  requestAnimationFrame(focus);
}
