"""Libraries of a Linux desktop that the bundle takes from the system it runs on, and Debian's names for them.

They belong to the system's display server, graphics driver, fonts, message bus and toolkit: a copy from the machine
that built the bundle would not fit those. Everything else that is linked to is in the bundle.
"""

from __future__ import annotations

import re

C_LIBRARY = re.compile(r"(ld-linux[\w-]*|lib(c|m|dl|rt|util|pthread|resolv))\.so\.\d+")
"""glibc: its version decides on which systems the bundle runs at all."""

CXX_LIBRARIES = {
    "3.4.29": "11",
    "3.4.30": "12",
    "3.4.31": "13.1",
    "3.4.32": "13.2",
    "3.4.33": "14",
    "3.4.34": "15",
}
"""The GCC whose libstdc++ brought a version of its symbols, GLIBCXX; older ones are wherever Qt's glibc is."""

NEEDED = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libasound.so.2": "libasound2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgmodule-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libpulse-mainloop-glib.so.0": "libpulse-mainloop-glib0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
}
"""What Heliograph does not start without."""

OPTIONAL = {
    "libatk-1.0.so.0": "libgtk-3-0",
    "libcairo-gobject.so.2": "libgtk-3-0",
    "libcairo.so.2": "libgtk-3-0",
    "libdrm.so.2": "libdrm2",
    "libgdk-3.so.0": "libgtk-3-0",
    "libgdk_pixbuf-2.0.so.0": "libgtk-3-0",
    "libgtk-3.so.0": "libgtk-3-0",
    "libharfbuzz.so.0": "libgtk-3-0",
    "libpango-1.0.so.0": "libgtk-3-0",
    "libpangocairo-1.0.so.0": "libgtk-3-0",
    "libva-drm.so.2": "libva-drm2",
    "libva-x11.so.2": "libva-x11-2",
    "libva.so.2": "libva2",
}
"""What a plugin of Qt makes use of where it is there: GTK's dialogs and colours, decoding by the graphics card."""

HOST = NEEDED | OPTIONAL


def is_of_host(name: str) -> bool:
    """Returns whether the library called `name` is the system's own."""
    return name in HOST or C_LIBRARY.fullmatch(name) is not None
