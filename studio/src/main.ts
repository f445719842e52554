import { mount } from 'svelte';
import Frame from './places/Frame.svelte';
import './studio.css';

mount(Frame, { target: document.getElementById('studio')! });
