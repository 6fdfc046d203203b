"""What the name of a product says."""

from sentinel_toolkit.core.scenes.scene import parse_product_name


def test_product_name_is_read_by_position():
    fields = parse_product_name("S2C_MSIL2A_20250716T101559_N0511_R065_T33UXP_20250716T140000.SAFE")
    assert (fields["baseline"], fields["orbit"], fields["tile"]) == ("05.11", 65, "33UXP")
    assert parse_product_name("S2A_33TWL_20230815_0_L2A") == {}
