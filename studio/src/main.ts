import { mount } from 'svelte';
import { here } from './base/here';
import { tokenIn } from './places/guest/token';
import './studio.css';

// Who comes by a link gets the pages of guests alone, a small part of the studio.
const token = tokenIn(location.pathname.slice(here.length));
const target = document.getElementById('studio')!;
if (token) void import('./places/guest/GuestFrame.svelte').then(({ default: GuestFrame }) => mount(GuestFrame, { target, props: { token } }));
else void import('./places/access/Gate.svelte').then(({ default: Gate }) => mount(Gate, { target }));
