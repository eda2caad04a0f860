from tests.site import Site


def test_the_small_site_builds(site: Site) -> None:
    assert site.check() == []
    site.build()
    assert "Roti" in site.page("id/produk/lapas-contoh/roti.html")
